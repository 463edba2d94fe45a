"""Check C106: the account is in another name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "C106",
    Severity.WARNING,
    Text("户名与当事人名称不一致", "the account is in another name"),
    page(
        Text("银行账户的户名与当事人名称不同。", "The account name is not the name of the party."),
        Text(
            "向第三人账户付款，可能不算向对方履行，发票、合同、收款也对不上。",
            "Payment to another person may not count as performance, and invoice, contract and payee "
            "disagree.",
        ),
        "party_b:\n  name: 苏州云帆软件有限公司\n"
        '  bank: {account_name: 沈亦舟, account_number: "6222000000000000001", bank: 虚构银行}',
        "party_b:\n  name: 苏州云帆软件有限公司\n"
        '  bank: {account_name: 苏州云帆软件有限公司, account_number: "6222000000000000001", bank: '
        "虚构银行}",
        Text(
            "改用本单位账户；确要付给他人的，附书面指示付款函并写入其他约定。",
            "Use the party’s own account; else attach its written payment instruction and say so in "
            "other_terms.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each account in another name; brackets of either width are the same."""
    sides = (("party_a", project.parties.party_a), ("party_b", project.parties.party_b))
    for key, party in sides:
        if party and party.bank and _folded(party.bank.account_name) != _folded(party.name):
            message = Text(
                f"户名“{party.bank.account_name}”与当事人名称“{party.name}”不一致",
                f"the account name '{party.bank.account_name}' is not the party's name '{party.name}'",
            )
            name = see("当事人名称", "the party's name", ("parties", key, "name"))
            yield found(CODE, message, Place(("parties", key, "bank", "account_name")), related=[name])


def _folded(name: str) -> str:
    return name.translate(str.maketrans("()", "（）", " "))
