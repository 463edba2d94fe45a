"""Check K139: a value without the evidence agreed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import covers, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K139",
    Severity.WARNING,
    Text("测量值没有附应备依据", "a value without the evidence agreed"),
    page(
        Text(
            "指标写明应备依据（evidence），已评价期间的测量记录却没有写依据。",
            "The KPI says which record each value needs, and the measurement of an evaluated period names none.",
        ),
        Text(
            "没有凭证的数值经不起申诉。",
            "A value without a record does not stand an appeal.",
        ),
        "kpis: [{id: sales, evidence: 财务系统回款表}]\nmeasurements: [{kpi: sales, period: 2026-Q1, value: 96.5}]",
        "kpis: [{id: sales, evidence: 财务系统回款表}]\nmeasurements: [{kpi: sales, period: 2026-Q1, value: 96.5, evidence: 2026年1—3月回款表}]",
        Text(
            "在测量记录写 evidence。",
            "Name the record in the measurement.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each value of an evaluated period that lacks the record its KPI asks for."""
    needed = {kpi.id for kpi in project.kpis if kpi.evidence and kpi.derived_from is None}
    periods = [one.period for one in project.evaluations]
    for index, entry in enumerate(project.measurements):
        measured = entry.value is not None or entry.inputs
        if (
            entry.kpi in needed
            and measured
            and entry.evidence is None
            and any(covers(one, entry.period) for one in periods)
        ):
            name = f"{entry.kpi} {written(entry.period)}"
            message = Text(f"{name} 没有写依据", f"{name} names no record")
            yield found(CODE, message, Place(("measurements", index)))
