"""Check P159: somebody in the escalation path cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P159",
    Severity.WARNING,
    Text("升级联系人没有联系方式", "somebody in the escalation path cannot be reached"),
    page(
        Text(
            "升级路径中的每个人都有电话或者电子邮件。",
            "Everybody in the escalation path has a phone number or an e-mail address.",
        ),
        Text("找不到人的升级路径没有用。", "A path to somebody nobody can reach is of no use."),
        "contacts: [{id: zhou, name: 周以宁}]\nescalation: [{level: 1, party_a: zhou}]",
        "contacts: [{id: zhou, name: 周以宁, phone: 138-0000-0001}]\nescalation: [{level: 1, party_a: zhou}]",
        Text("在联系人中补上电话或者邮箱。", "Add phone or email to the contact."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person of the path without phone and e-mail."""
    people = {contact.id: contact for contact in project.contacts}
    for index, step in enumerate(project.escalation):
        for key, person in (("party_a", step.party_a), ("party_b", step.party_b)):
            who = people[person]
            if who.phone is None and who.email is None:
                message = Text(
                    f"第{step.level}级联系人{who.name}没有电话和邮箱",
                    f"level {step.level}: {who.name} has neither phone nor e-mail",
                )
                yield found(CODE, message, Place(("escalation", index, key)))
