"""Check C105: the payee has no bank account."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kinds import payee
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Side
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C105",
    Severity.ERROR,
    Text("收款方没有银行账户", "the payee has no bank account"),
    page(
        Text(
            "付款条款要写收款方的户名、账号和开户行。收款方一般是乙方；经销合同中是供货的甲方。",
            "The payment clause states the payee's account name, number and bank. The payee is Party B, in a distribution contract "
            "Party A.",
        ),
        Text(
            "账户不写进合同，付款时就要靠另外的消息，错付和冒名变更账户多由此而起。",
            "An account that is not in the contract is told by message later: the usual way to payment "
            "fraud.",
        ),
        "party_b:\n  name: 苏州云帆软件有限公司",
        "party_b:\n  name: 苏州云帆软件有限公司\n  bank:\n    account_name: 苏州云帆软件有限公司\n"
        '    account_number: "6222000000000000001"\n    bank: 虚构银行苏州园区支行',
        Text("在收款方下补上 bank。", "Add bank under the payee."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when something is to be paid and the party that is paid has no account."""
    side = payee(project.project.kind)
    party = project.parties.party_a if side is Side.PARTY_A else project.parties.party_b
    if project.contract.payment and party and party.bank is None:
        zh, en = ("甲方", "Party A") if side is Side.PARTY_A else ("乙方", "Party B")
        message = Text(
            f"{zh}“{party.name}”没有收款账户（bank）", f"{en} '{party.name}' has no account (bank)"
        )
        yield found(CODE, message, Place(("parties", side.value), "key"))
