"""Check P166: an action is checked by whoever does it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P166",
    Severity.WARNING,
    Text("复核人就是责任人", "an action is checked by whoever does it"),
    page(
        Text(
            "行动项的复核人（reviewer）与责任人（owner）是两个人。",
            "The reviewer of an action is somebody else than its owner.",
        ),
        Text("自己复核自己，等于没有复核。", "To check oneself is not to be checked."),
        "{id: a-03-1, owner: chen, reviewer: chen}",
        "{id: a-03-1, owner: chen, reviewer: zhou}",
        Text("换一个复核人，或删去 reviewer。", "Name somebody else, or delete reviewer."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each action whose reviewer is its owner."""
    for index, meeting in enumerate(project.meetings):
        for at, action in enumerate(meeting.actions):
            if action.reviewer == action.owner:
                message = Text(
                    f"行动项 {action.id} 的复核人就是责任人",
                    f"the action {action.id} is checked by its owner",
                )
                yield found(CODE, message, Place(("meetings", index, "actions", at, "reviewer")))
