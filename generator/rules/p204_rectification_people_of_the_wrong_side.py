"""Check P204: people of a notice are of the wrong side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Holder
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P204",
    Severity.ERROR,
    Text("整改通知的人员属于另一方", "people of a notice are of the wrong side"),
    page(
        Text(
            "整改责任人是乙方的人，签发人和复查人是甲方的人。",
            "Who rectifies is of Party B; who issues and re-checks is of Party A.",
        ),
        Text(
            "责任人写成甲方的人，通知书就没有要求乙方做任何事。",
            "A notice whose owner is of Party A asks nothing of Party B.",
        ),
        "owner: zhou（甲方）",
        "owner: chen（乙方）",
        Text("换成相应一方的联系人。", "Name a contact of the right side."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each owner who is not of Party B, and each issuer or checker who is not of Party A."""
    sides = {one.id: one.party for one in project.contacts}
    for at, one in enumerate(project.rectifications):
        people = [("owner", one.owner, Holder.PARTY_B), ("issuer", one.issuer, Holder.PARTY_A)]
        people += [("rechecks", each.by, Holder.PARTY_A) for each in one.rechecks]
        for name, who, side in people:
            if sides.get(who) is not side:
                message = Text(
                    f"{one.number} 的 {name}（{who}）不是 {side} 的人",
                    f"{name} of {one.number} ({who}) is not of {side}",
                )
                yield found(CODE, message, Place(("rectifications", at, name)))
