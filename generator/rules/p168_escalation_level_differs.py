"""Check P168: escalation level differs from the path."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P168",
    Severity.WARNING,
    Text("升级层级与升级路径不一致", "escalation level differs from the path"),
    page(
        Text(
            "联系人的升级层级（escalation_level）与升级路径中第一次出现的层级相同。",
            "The escalation_level of a contact is the level at which the path first names them.",
        ),
        Text("两处不一致，出了问题不知道先找谁。", "With two answers nobody knows whom to turn to first."),
        "contacts: [{id: zhou, escalation_level: 2}]\nescalation: [{level: 1, party_a: zhou}]",
        "contacts: [{id: zhou, escalation_level: 1}]\nescalation: [{level: 1, party_a: zhou}]",
        Text("改正其中一处。", "Correct one of them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each contact whose level is not that of the path."""
    first: dict[str, int] = {}
    for step in sorted(project.escalation, key=lambda one: one.level):
        for person in (step.party_a, step.party_b):
            first.setdefault(person, step.level)
    for index, contact in enumerate(project.contacts):
        level = first.get(contact.id)
        if level and contact.escalation_level and contact.escalation_level != level:
            message = Text(
                f"{contact.name}的升级层级是{contact.escalation_level}，升级路径中是{level}",
                f"{contact.name} is on level {contact.escalation_level}, but on {level} in the path",
            )
            yield found(CODE, message, Place(("contacts", index, "escalation_level")))
