"""Check P205: a grade asks for rectification and no notice was issued."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.score import evaluate
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P205",
    Severity.WARNING,
    Text("等级后果是整改，却没有整改通知", "a grade asks for rectification and no notice was issued"),
    page(
        Text(
            "等级后果写明整改，评价得到该等级的，应当签发整改通知书。",
            "Where a grade's consequence is rectification, an evaluation with that grade is followed by a notice.",
        ),
        Text(
            "没有书面通知，期限和后果都不能主张。",
            "Without a written notice neither deadline nor consequence can be invoked.",
        ),
        "评价“不合格”（限期整改），没有 rectifications",
        "rectifications: [{evaluation: ev-2026-q1, …}]",
        Text("签发整改通知并登记。", "Issue a notice and record it."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation whose grade asks for rectification and that no notice names."""
    answered = {one.evaluation for one in project.rectifications}
    for at, one in enumerate(project.evaluations):
        if one.id in answered or not any("整改" in grade.consequence for grade in project.assessment.grades):
            continue
        result = evaluate(project, one)
        if result.scored and "整改" in result.grade.consequence:
            message = Text(
                f"评价 {one.id} 为“{result.grade.label}”，没有整改通知",
                f"evaluation {one.id} is “{result.grade.label}” and no notice was issued",
            )
            yield found(CODE, message, Place(("evaluations", at), "key"))
