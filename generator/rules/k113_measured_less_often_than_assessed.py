"""Check K113: KPI measured less often than assessed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import MONTHS, PERIODS
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "K113",
    Severity.WARNING,
    Text("指标测量频率低于考核周期", "KPI measured less often than assessed"),
    page(
        Text(
            "考核周期比指标的测量周期短：有的评价期没有这项指标的数据。",
            "The cycle of assessment is shorter than the KPI’s own: some evaluations have no data of it.",
        ),
        Text(
            "这些期间的权重要重新分配，同一得分含义不同。",
            "Its weight is shared out in those periods, and equal scores mean different things.",
        ),
        "assessment: {frequency: quarterly}\nkpis: [{id: satisfaction, frequency: yearly}]",
        "assessment: {frequency: quarterly}\nkpis: [{id: satisfaction, frequency: quarterly}]",
        Text("提高测量频率，或延长考核周期。", "Measure more often, or assess less often."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each KPI whose period is longer than the cycle."""
    cycle = project.assessment.frequency
    for index, kpi in enumerate(project.kpis):
        if MONTHS[PERIODS[kpi.frequency]] > MONTHS[PERIODS[cycle]]:
            message = Text(
                f"“{kpi.name}”按 {kpi.frequency} 测量，考核周期却是 {cycle}",
                f"'{kpi.name}' is measured {kpi.frequency}, but assessment is {cycle}",
            )
            related = [see("考核周期", "the cycle", ("assessment", "frequency"))]
            yield found(CODE, message, Place(("kpis", index, "frequency")), related=related)
