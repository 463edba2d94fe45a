"""Check C128: both parties have the same account or contact."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.party import Party
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "C128",
    Severity.WARNING,
    Text("甲乙双方的账号或者联系方式相同", "both parties have the same account or contact"),
    page(
        Text(
            "甲方和乙方的银行账号、电话或者电子邮箱相同。",
            "The bank account, phone or e-mail of Party A is also Party B's.",
        ),
        Text(
            "多半是复制后没有改；款项会付给自己，通知会送到自己。",
            "It was copied and not changed: money and notices would go to the sender.",
        ),
        "parties:\n  party_a: {email: a@a.example}\n  party_b: {email: a@a.example}",
        "parties:\n  party_a: {email: a@a.example}\n  party_b: {email: b@b.example}",
        Text("改为各自的。", "Give each its own."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each value of Party B that is Party A's, too."""
    a, b = project.parties.party_a, project.parties.party_b
    if a is None:
        return
    others = dict(_reached(a))
    for route, value in _reached(b):
        if value == others.get(route):
            message = Text(
                f"双方的 {route[-1]} 都是“{value}”", f"both parties have the {route[-1]} “{value}”"
            )
            related = [see("甲方的", "Party A's", ("parties", "party_a", *route))]
            yield found(CODE, message, Place(("parties", "party_b", *route)), related=related)


def _reached(party: Party) -> Iterator[tuple[Route, str]]:
    yield ("phone",), party.phone
    yield ("email",), party.email
    if party.bank:
        yield ("bank", "account_number"), party.bank.account_number
