"""Check P106: somebody both present and absent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P106",
    Severity.ERROR,
    Text("同一人既出席又缺席", "somebody both present and absent"),
    page(
        Text(
            "出席和缺席名单不能有同一个人，出席名单也不重复。",
            "Nobody is on both lists, and nobody twice among those present.",
        ),
        Text("出席人数和签到会对不上。", "The count of those present would be wrong."),
        "{present: [zhou, chen], absent: [{contact: chen, reason: 出差}]}",
        "{present: [zhou], absent: [{contact: chen, reason: 出差}]}",
        Text("按签到表改正。", "Correct it by the attendance list."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person on both lists, or twice on the first."""
    names = {contact.id: contact.name for contact in project.contacts}
    for index, meeting in enumerate(project.meetings):
        for at, person in enumerate(meeting.present):
            if person in meeting.present[:at]:
                name = names.get(person, person)
                message = Text(f"{name}在出席名单中出现两次", f"{name} is listed twice as present")
                yield found(CODE, message, Place(("meetings", index, "present", at)))
        for at, absence in enumerate(meeting.absent):
            if absence.contact in meeting.present:
                name = names.get(absence.contact, absence.contact)
                message = Text(f"{name}既出席又缺席", f"{name} is both present and absent")
                yield found(CODE, message, Place(("meetings", index, "absent", at, "contact")))
