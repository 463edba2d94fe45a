"""Check P171: the number of answers differs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P171",
    Severity.ERROR,
    Text("答卷份数与 respondents 不符", "the number of answers differs"),
    page(
        Text(
            "有答卷的调查，respondents 等于答卷份数，且不多于发出份数。",
            "Where answers are recorded, respondents is their number, and not more than were sent.",
        ),
        Text("份数对不上，就有答卷被漏掉或者重复。", "Otherwise answers are missing or counted twice."),
        "{respondents: 41, sent: 40}",
        "{respondents: 41, sent: 60}",
        Text(
            "更正份数，或者用 left_out 剔除重复的行。",
            "Correct the number, or leave out rows that are double.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each survey whose respondents are not its answers, or more than were asked."""
    for at, one in enumerate(project.feedback.surveys if project.feedback else ()):
        place = Place(("feedback", "surveys", at, "respondents"))
        if one.answers and len(one.answers) != one.respondents:
            message = Text(
                f"{one.id} 写 {one.respondents} 份，有 {len(one.answers)} 份答卷",
                f"{one.id} says {one.respondents}, there are {len(one.answers)} answers",
            )
            yield found(CODE, message, place)
        if one.sent is not None and one.respondents > one.sent:
            message = Text(
                f"{one.id} 收回 {one.respondents} 份，只发出 {one.sent} 份",
                f"{one.id}: {one.respondents} of {one.sent} sent",
            )
            yield found(CODE, message, place)
