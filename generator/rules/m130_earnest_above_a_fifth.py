"""Check M130: earnest money above a fifth of the price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.derive.money import security_amount
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.price import SecurityType
from generator.model.project import Project
from generator.rules.support import civil_code, figures, page, see

CODE = Code(
    "M130",
    Severity.ERROR,
    Text("定金超过价款的百分之二十", "earnest money above a fifth of the price"),
    page(
        Text(
            "定金合计超过合同含税总额的20%，超过的部分不产生定金的效力。正好20%不算超过。",
            "The earnest money is more than 20 % of gross; what is above has no effect as such. Exactly 20 % is not above.",
        ),
        Text(
            "超过部分不能双倍返还，也不能不退，写在合同里只会引起争议。",
            "What is above is neither returned double nor forfeited: writing it down only makes a dispute.",
        ),
        "price: {gross: 360000.00}\nsecurities: [{id: s1, type: earnest, percent: 30}]",
        "price: {gross: 360000.00}\nsecurities: [{id: s1, type: earnest, percent: 20}]",
        Text(
            "把定金降到20%以内，其余作为预付款或者订金（deposit）。",
            "Bring it down to 20 %, and make the rest an advance payment or a deposit.",
        ),
    ),
    (civil_code("第五百八十六条", "不得超过主合同标的额的百分之二十，超过部分不产生定金的效力"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for the earnest money with which a fifth of gross is exceeded."""
    contract, total = project.contract, Decimal()
    for index, one in enumerate(contract.securities):
        if one.type is SecurityType.EARNEST and contract.gross:
            total += security_amount(contract, one)
            if total * 5 > contract.gross:
                limit = figures(contract.gross / 5)
                message = Text(
                    f"定金合计 {figures(total)}，超过含税总额的20%（{limit}）",
                    f"earnest money of {figures(total)} is more than 20 % of gross ({limit})",
                )
                gross = see("含税总额", "gross", ("contract", "price", "gross"))
                key = "percent" if one.amount is None else "amount"
                yield found(CODE, message, Place(("contract", "securities", index, key)), related=[gross])
