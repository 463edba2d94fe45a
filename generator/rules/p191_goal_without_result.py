"""Check P191: closed without the result of a goal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P191",
    Severity.WARNING,
    Text("结项没有写明目标的完成情况", "closed without the result of a goal"),
    page(
        Text("写了结项日的，每一项目标都写明结果。", "With a day of closing every goal has its result."),
        Text(
            "结项报告的第一张表就是目标和结果。",
            "The first table of the closing report is goals and results.",
        ),
        "{date: 2026-12-31, results: []}",
        "{results: [{goal: g1, result: 完成 1350 万元}]}",
        Text("补上结果。", "Add the result."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each goal without a result in a closing with its day."""
    if project.closing is None or project.closing.date is None:
        return
    told = {one.goal for one in project.closing.results}
    for at, goal in enumerate(project.project.goals):
        if goal.id not in told:
            message = Text(f"目标 {goal.id} 没有结果", f"the goal {goal.id} has no result")
            yield found(CODE, message, Place(("project", "goals", at)))
