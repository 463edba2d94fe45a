"""Check P104: only one side present."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Holder
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P104",
    Severity.WARNING,
    Text("只有一方出席", "only one side present"),
    page(
        Text(
            "定期会议的出席人员中，甲方或乙方一个人都没有。",
            "Nobody of Party A, or nobody of Party B, was present at a regular meeting.",
        ),
        Text(
            "只有一方参加的会议，决议对另一方难有约束。",
            "What one side decides alone hardly binds the other.",
        ),
        "contacts: [{id: zhou, party: party_a}, {id: chen, party: party_b}]\n"
        "meetings: [{cadence: monthly, present: [zhou]}]",
        "contacts: [{id: zhou, party: party_a}, {id: chen, party: party_b}]\n"
        "meetings: [{cadence: monthly, present: [zhou, chen]}]",
        Text(
            "补上漏记的人；确实未到的，会后请对方书面确认。",
            "Add who was left out; else have the other side confirm in writing.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each regular meeting without one of the sides."""
    sides = {contact.id: contact.party for contact in project.contacts}
    for index, meeting in enumerate(project.meetings):
        there = {sides.get(person) for person in meeting.present}
        for side, zh, en in ((Holder.PARTY_A, "甲方", "Party A"), (Holder.PARTY_B, "乙方", "Party B")):
            if meeting.cadence and side not in there:
                message = Text(
                    f"{meeting.number} 没有{zh}人员出席", f"{meeting.number}: nobody of {en} was present"
                )
                yield found(CODE, message, Place(("meetings", index, "present"), "key"))
