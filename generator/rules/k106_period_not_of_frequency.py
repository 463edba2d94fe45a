"""Check K106: period does not fit the frequency."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import PERIODS, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "K106",
    Severity.ERROR,
    Text("测量期间与指标频率不符", "period does not fit the frequency"),
    page(
        Text(
            "按月测量的指标写月份，按季的写季度，以此类推。",
            "A monthly KPI is measured by month, a quarterly one by quarter, and so on.",
        ),
        Text("期间不符，这个数值不会进入任何一期评价。", "A value of another period enters no evaluation."),
        "kpis: [{id: sales, frequency: quarterly}]\n"
        "measurements: [{kpi: sales, period: 2026-03, value: 96.5}]",
        "kpis: [{id: sales, frequency: quarterly}]\n"
        "measurements: [{kpi: sales, period: 2026-Q1, value: 96.5}]",
        Text("改正期间，或改指标的频率。", "Correct the period or the frequency."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each measurement of a period that its KPI does not have."""
    kpis = {kpi.id: (index, kpi) for index, kpi in enumerate(project.kpis)}
    for index, entry in enumerate(project.measurements):
        at, kpi = kpis.get(entry.kpi, (0, None))
        if kpi and PERIODS[kpi.frequency] is not entry.period.kind:
            message = Text(
                f"“{kpi.name}”按 {kpi.frequency} 测量，期间却是 {written(entry.period)}",
                f"'{kpi.name}' is measured {kpi.frequency}, but the period is {written(entry.period)}",
            )
            frequency = see("指标的频率", "the frequency of the KPI", ("kpis", at, "frequency"))
            yield found(CODE, message, Place(("measurements", index, "period")), related=[frequency])
