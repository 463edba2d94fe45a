"""Check P196: the KPI fell back after an improvement."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.improvements import ImprovementState, progress
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P196",
    Severity.WARNING,
    Text("改进以后指标又变差", "the KPI fell back after an improvement"),
    page(
        Text(
            "改进验证通过以后，所指的指标又回到改进前的水平，并且没有达到目标。",
            "After verification the KPI is again no better than before and misses its target.",
        ),
        Text("改进没有保持住，应当重新打开。", "The improvement did not last and is to be opened again."),
        "{verified_on: 2026-06-30}",
        "{verified_on: 2026-06-30, effect: 已重新制定措施 i5}",
        Text("重新登记一项改进，写明根本原因。", "Record another improvement with its root cause."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each verified improvement that fell back and that no later one for the same KPI takes up."""
    for at, one in enumerate(project.improvements):
        later = any(other.kpi == one.kpi and other.due > one.due for other in project.improvements)
        if not later and progress(project, one, project.project.as_of).state is ImprovementState.REOPENED:
            message = Text(f"{one.id}：指标又回到改进前的水平", f"{one.id}: the KPI is back where it was")
            yield found(CODE, message, Place(("improvements", at, "kpi")))
