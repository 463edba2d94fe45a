"""Check P195: verified though the KPI did not move."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.improvements import ImprovementState, progress
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P195",
    Severity.WARNING,
    Text("验证通过，指标却没有改善", "verified though the KPI did not move"),
    page(
        Text(
            "改进措施验证以后，所指的指标没有比改进前好，也没有达到目标。",
            "After verification the KPI is no better than before and misses its target.",
        ),
        Text("改进以指标为准；没有改善就不能算完成。", "An improvement is measured by its KPI."),
        "{kpi: complaints, verified_on: 2026-09-30}",
        "{kpi: complaints}",
        Text(
            "取消验证，另定措施；或者换成措施真正影响的指标。",
            "Take back the verification and plan another measure, or name the KPI that it moves.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each verified improvement whose KPI did not move."""
    for at, one in enumerate(project.improvements):
        found_now = progress(project, one, project.project.as_of)
        if found_now.state is ImprovementState.UNMOVED and found_now.before and found_now.after:
            before, after = found_now.before.value, found_now.after.value
            message = Text(
                f"{one.id}：指标由 {before} 到 {after}，没有改善",
                f"{one.id}: the KPI went from {before} to {after}",
            )
            yield found(CODE, message, Place(("improvements", at, "verified_on")))
