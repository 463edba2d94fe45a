"""Check P173: an absence was not made up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P173",
    Severity.WARNING,
    Text("缺课没有补训", "an absence was not made up"),
    page(
        Text(
            "应参加的人缺课或者没有登记，三十日后仍没有补训。",
            "Someone who was to attend was absent or is not listed, and thirty days later it is not made up.",
        ),
        Text("没有培训的人上岗，出了问题难以主张乙方违约。", "Who works untrained is a risk that was known."),
        "{person: e-meng, present: false}",
        "{person: e-meng, present: false, made_up_on: 2026-03-12}",
        Text("安排补训并登记 made_up_on。", "Make it up and record it."),
    ),
)


PATIENCE = 30


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person of a held training who was neither there nor made it up within thirty days."""
    on = project.project.as_of
    for at, one in enumerate(project.training):
        trained = {each.person for each in one.attendance if each.present or each.made_up_on}
        held = one.attendance and (on - one.date).days > PATIENCE
        for who in one.people if held else ():
            if who not in trained:
                message = Text(
                    f"{who} 没有参加“{one.topic}”，也没有补训",
                    f"{who} missed '{one.topic}' and did not make it up",
                )
                yield found(CODE, message, Place(("training", at, "attendance")))
