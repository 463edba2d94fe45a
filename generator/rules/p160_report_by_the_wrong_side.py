"""Check P160: report written or checked by the wrong side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Holder
from generator.model.project import Project
from generator.rules.support import page

SIDES = {Holder.PARTY_A: ("甲方", "Party A"), Holder.PARTY_B: ("乙方", "Party B")}

CODE = Code(
    "P160",
    Severity.WARNING,
    Text("报告人或者审阅人不是应有的一方", "report written or checked by the wrong side"),
    page(
        Text(
            "书面报告由乙方人员提交（by），由甲方人员审阅（checked_by）。",
            "A report is by somebody of Party B and checked by somebody of Party A.",
        ),
        Text(
            "写错了人，报告就不能作为该方的陈述或者认可。",
            "With the wrong person it is no statement of that side.",
        ),
        "received: [{period: 2026-03, submitted: {by: zhou}}]   # zhou 是甲方人员",
        "received: [{period: 2026-03, submitted: {by: chen, checked_by: zhou}}]",
        Text("改正报告人或者审阅人。", "Correct the person."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each submission whose writer or reader is of the other side."""
    people = {contact.id: contact for contact in project.contacts}
    for index, report in enumerate(project.reports):
        for at, one in enumerate(report.received):
            given = one.submitted
            for key, person, side in (
                ("by", given and given.by, Holder.PARTY_B),
                ("checked_by", given and given.checked_by, Holder.PARTY_A),
            ):
                if person and people[person].party is not side:
                    zh, en = SIDES[side]
                    message = Text(
                        f"{report.name}：{people[person].name}不是{zh}人员",
                        f"'{report.name}': {people[person].name} is not of {en}",
                    )
                    route = ("reports", index, "received", at, "submitted", key)
                    yield found(CODE, message, Place(route))
