"""Check P102: action overdue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.actions import open_actions
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import counted, page

CODE = Code(
    "P102",
    Severity.WARNING,
    Text("行动项逾期", "action overdue"),
    page(
        Text(
            "会议行动项的期限（或重新约定的期限）早于数据截止日，之后的会议没有记为完成或取消。",
            "An action was due (or due anew) before the as-of date, and no later meeting has it as done or "
            "cancelled.",
        ),
        Text("没有跟踪的行动项就是没有做的承诺。", "An action nobody follows up is a promise not kept."),
        "project: {as_of: 2026-04-30}\nactions: [{id: a-03-1, due: 2026-03-20}]",
        "project: {as_of: 2026-04-30}\nactions: [{id: a-03-1, due: 2026-03-20}]\n"
        "follow_ups: [{action: a-03-1, status: done, done_on: 2026-03-19}]",
        Text(
            "在下一次会议的 follow_ups 中写明结果或新期限。",
            "Put the result or a new date into follow_ups of the next meeting.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each action that is open and late by what the last meeting says."""
    for action in open_actions(project, project.project.as_of):
        if days := action.days_overdue:
            message = Text(
                f"行动项 {action.id}“{action.text}”应于 {action.due} 完成，已逾期 {days} 天",
                f"the action {action.id} '{action.text}' was due on {action.due}, {counted(days, 'day')} ago",
            )
            yield found(CODE, message, Place((*action.route, "due")))
