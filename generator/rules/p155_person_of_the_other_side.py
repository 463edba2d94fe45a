"""Check P155: a person of the other side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.coordination import named
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P155",
    Severity.ERROR,
    Text("人员不属于该方", "a person of the other side"),
    page(
        Text(
            "职责分工和升级路径中，甲方（party_a）写甲方的人，乙方（party_b）写乙方的人。",
            "In responsibilities and escalation, party_a names people of Party A, party_b those of Party B.",
        ),
        Text(
            "联系与协调表会把一方的人写成另一方的人。",
            "The contact sheet would show a person under the wrong party.",
        ),
        "escalation: [{level: 1, party_a: chen, party_b: chen, channel: 电话}]   # chen 是乙方人员",
        "escalation: [{level: 1, party_a: zhou, party_b: chen, channel: 电话}]",
        Text("换成该方的人。", "Name somebody of that side."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person who stands under a side that is not theirs."""
    people = {contact.id: contact for contact in project.contacts}
    for route, person in named(project, project.project.as_of):
        sides = [step for step in route if step in ("party_a", "party_b")]
        if sides and people[person].party.value != sides[0]:
            zh, en = ("甲方", "Party A") if sides[0] == "party_a" else ("乙方", "Party B")
            name = people[person].name
            message = Text(f"{name}不是{zh}人员", f"{name} is not of {en}")
            yield found(CODE, message, Place(route))
