"""Check C129: the one that is wronged is made to pay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Side
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "C129",
    Severity.WARNING,
    Text("违约责任写成了守约方的", "the one that is wronged is made to pay"),
    page(
        Text(
            "违约情形（breach.items）写的是一方违约（party），后果（consequence）却以另一方支付、赔偿或者承担开头。",
            "A breach names one party, and its consequence begins with the other paying, compensating or bearing something.",
        ),
        Text(
            "合同印出来就是守约方付违约金，多半是甲乙写反。",
            "As printed, the party that keeps the contract pays; most often 甲 and 乙 are swapped.",
        ),
        "breach: {items: [{id: b1, party: party_b, trigger: 跨区域销售, consequence: 甲方支付违约金5000元}]}",
        "breach: {items: [{id: b1, party: party_b, trigger: 跨区域销售, consequence: 支付违约金5000元}]}",
        Text("改正 party 或者后果中的主语。", "Correct party, or the subject of the consequence."),
    ),
)
NAMES = {Side.PARTY_A: "甲方", Side.PARTY_B: "乙方"}
PAYS = re.compile("^(甲方|乙方)[^，。；可有]{0,16}(?:支付|赔偿|退还|返还|承担)")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each consequence that falls on the other party."""
    for index, one in enumerate(project.contract.breach.items):
        match = PAYS.search(one.consequence)
        if match and match[1] != NAMES[one.party]:
            message = Text(
                f"{NAMES[one.party]}违约，后果却是“{match[0]}”",
                f"the breach is {one.party}'s, but “{match[0]}”",
            )
            route = ("contract", "breach", "items", index)
            related = [see("违约方", "the party in breach", (*route, "party"))]
            yield found(CODE, message, Place((*route, "consequence")), related=related)
