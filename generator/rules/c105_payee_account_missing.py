"""Check C105: the payee has no bank account."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C105",
    Severity.ERROR,
    Text("收款方没有银行账户", "the payee has no bank account"),
    page(
        Text(
            "乙方是收款方，付款条款要写它的户名、账号和开户行。",
            "Party B is paid; the payment clause states its account name, number and bank.",
        ),
        Text(
            "账户不写进合同，付款时就要靠另外的消息，错付和冒名变更账户多由此而起。",
            "An account that is not in the contract is told by message later: the usual way to payment "
            "fraud.",
        ),
        "party_b:\n  name: 苏州云帆软件有限公司",
        "party_b:\n  name: 苏州云帆软件有限公司\n  bank:\n    account_name: 苏州云帆软件有限公司\n"
        '    account_number: "6222000000000000001"\n    bank: 虚构银行苏州园区支行',
        Text("在 parties.party_b 下补上 bank。", "Add bank under parties.party_b."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when Party B has no account."""
    party = project.parties.party_b
    if party.bank is None:
        message = Text(
            f"乙方“{party.name}”没有收款账户（bank）", f"Party B '{party.name}' has no account (bank)"
        )
        yield found(CODE, message, Place(("parties", "party_b"), "key"))
