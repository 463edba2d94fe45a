"""Check P109: action due before its meeting."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P109",
    Severity.ERROR,
    Text("行动项期限早于会议", "action due before its meeting"),
    page(
        Text(
            "会上布置的行动项，期限不能早于会议日期；改进要求的期限也不能早于评价日期。",
            "What a meeting asks for is not due before it, nor what an evaluation asks for before its day.",
        ),
        Text("布置时就已经逾期，责任人无法完成。", "It would be late from the start."),
        "{date: 2026-03-12, actions: [{id: a-03-1, due: 2026-02-20}]}",
        "{date: 2026-03-12, actions: [{id: a-03-1, due: 2026-03-20}]}",
        Text("改正期限，常见的是年份或月份写错。", "Correct it; most often year or month is wrong."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each action and requirement that is due too early."""
    for index, meeting in enumerate(project.meetings):
        for at, action in enumerate(meeting.actions):
            if action.due < meeting.date:
                message = Text(
                    f"行动项 {action.id} 的期限 {action.due} 早于会议日期 {meeting.date}",
                    f"the action {action.id} is due on {action.due}, before the meeting on {meeting.date}",
                )
                yield found(CODE, message, Place(("meetings", index, "actions", at, "due")))
    for index, evaluation in enumerate(project.evaluations):
        for at, requirement in enumerate(evaluation.requirements):
            if requirement.due < evaluation.date:
                message = Text(
                    f"改进要求的期限 {requirement.due} 早于评价日期 {evaluation.date}",
                    f"the requirement is due on {requirement.due}, before the evaluation on "
                    f"{evaluation.date}",
                )
                yield found(CODE, message, Place(("evaluations", index, "requirements", at, "due")))
