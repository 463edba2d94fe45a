"""Check L129: commission paid to a person or off the books."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "L129",
    Severity.ERROR,
    Text("佣金付给个人或者不入账", "commission paid to a person or off the books"),
    page(
        Text(
            "合同文字约定佣金、返利、折扣付到个人账户，或者不入账、不开发票。",
            "A text has commission, rebate or discount paid to a person's account, or kept out of the books or without invoice.",
        ),
        Text(
            "佣金和折扣应当付给签约的单位并如实入账；付给个人或者账外支付的，可能构成商业贿赂。",
            "They are paid to the contracting party and booked; what is paid to a person or off the books may be bribery.",
        ),
        "other_terms: [佣金支付至乙方指定的个人账户]",
        "other_terms: [佣金支付至乙方的单位账户，凭发票入账]",
        Text(
            "改为付到乙方在合同中写明的单位账户，并开具发票。",
            "Pay it to Party B's own account named in the contract, against an invoice.",
        ),
    ),
    (cite("反不正当竞争法", "第八条", "贿赂下列单位或者个人，以谋取交易机会或者竞争优势"),),
)
PATTERN = re.compile(
    "(?:佣金|返利|折扣|回扣|报酬|提成)[^。；不]{0,16}(?:个人(?:银行)?(?:账户|账号|卡)|私人账户|账外)|(?:佣金|返利|折扣|回扣|报酬|提成)[^。；]{0,8}不(?:入账|开具?发票)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that pays commission to a person or off the books."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：佣金、折扣应当付给单位并如实入账",
                f"“{match[0]}”: commission and discount are paid to the party and booked",
            )
            yield found(CODE, message, Place(route))
