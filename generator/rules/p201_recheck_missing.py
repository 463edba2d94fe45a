"""Check P201: a rectification was not re-checked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P201",
    Severity.WARNING,
    Text("整改没有复查", "a rectification was not re-checked"),
    page(
        Text(
            "乙方报告整改完成、期限也已经过去的，甲方应当复查并记录结论。",
            "Where Party B reports completion and the day has passed, Party A re-checks and records the result.",
        ),
        Text(
            "没有复查就不知道问题是否解决，也不能作为以后主张的依据。",
            "Without it nobody knows whether the problem is solved.",
        ),
        "reply: {…, done_on: 2026-08-05}",
        "rechecks: [{date: 2026-08-10, by: zhou, result: passed}]",
        Text("复查并记入 rechecks。", "Re-check and record it."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each notice that was answered as done, is past its day and has no re-check."""
    on = project.project.as_of
    for at, one in enumerate(project.rectifications):
        if one.reply and one.reply.done_on and not one.rechecks and one.due < on:
            message = Text(
                f"整改通知 {one.number} 没有复查", f"the rectification {one.number} was not re-checked"
            )
            yield found(CODE, message, Place(("rectifications", at, "reply")))
