"""Check P157: report not addressed to Party A."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Holder
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P157",
    Severity.WARNING,
    Text("报告接收人不是甲方人员", "report not addressed to Party A"),
    page(
        Text(
            "乙方书面报告的接收人（recipient）是甲方的人员。",
            "Whoever receives a report of Party B (recipient) is of Party A.",
        ),
        Text(
            "交给乙方自己或者第三人的报告，不能证明甲方收到过。",
            "A report to anybody else is no evidence that Party A had it.",
        ),
        "contacts: [{id: chen, party: party_b}]\nreports: [{id: monthly-report, recipient: chen}]",
        "contacts: [{id: zhou, party: party_a}]\nreports: [{id: monthly-report, recipient: zhou}]",
        Text("换成甲方的接收人。", "Name somebody of Party A."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each report whose recipient is not of Party A."""
    sides = {contact.id: contact for contact in project.contacts}
    for index, report in enumerate(project.reports):
        who = sides[report.recipient]
        if who.party is not Holder.PARTY_A:
            message = Text(
                f"{report.name}的接收人{who.name}不是甲方人员",
                f"'{report.name}' goes to {who.name}, who is not of Party A",
            )
            yield found(CODE, message, Place(("reports", index, "recipient")))
