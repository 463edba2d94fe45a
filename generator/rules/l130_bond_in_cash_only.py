"""Check L130: a smaller enterprise must give its bond in cash."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Side
from generator.model.price import SecurityForm, SecurityType
from generator.model.project import Project
from generator.rules.sme import is_large, is_public, is_small, sme_rules
from generator.rules.support import page

CODE = Code(
    "L130",
    Severity.ERROR,
    Text("要求中小企业只能以现金交保证金", "a smaller enterprise must give its bond in cash"),
    page(
        Text(
            "甲方是机关、事业单位或者大型企业，乙方是中小企业，保证金的形式只写了现金（cash）。",
            "Party A is public or large, Party B a smaller enterprise, and the bond may be given in cash only.",
        ),
        Text(
            "条例禁止限定现金；金融机构的保函应当接受。",
            "The rules forbid this; guarantees of financial institutions must be accepted.",
        ),
        "securities: [{id: s1, type: performance_bond, payer: party_b, form: [cash]}]",
        "securities: [{id: s1, type: performance_bond, payer: party_b, form: [cash, bank_guarantee]}]",
        Text("在 form 中加上 bank_guarantee。", "Add bank_guarantee to form."),
    ),
    (sme_rules("第十三条", "不得将保证金限定为现金"),),
)
BONDS = (SecurityType.PERFORMANCE_BOND, SecurityType.RETENTION, SecurityType.MARGIN)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each bond of Party B that only cash makes good."""
    a, b = project.parties.party_a, project.parties.party_b
    if not ((is_public(a) or is_large(a)) and is_small(b)):
        return
    for index, one in enumerate(project.contract.securities):
        if one.payer is Side.PARTY_B and one.type in BONDS and one.form == (SecurityForm.CASH,):
            message = Text(
                "乙方是中小企业，保证金不得限定为现金", "Party B is a smaller enterprise: no cash-only bond"
            )
            yield found(CODE, message, Place(("contract", "securities", index, "form"), "key"))
