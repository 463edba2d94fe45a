"""Check C120: a duty that begins with the other party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C120",
    Severity.ERROR,
    Text("一方的义务写成了另一方的", "a duty that is the other party's"),
    page(
        Text(
            "party_a_duties 中的条文以“乙方”为义务人，或者 party_b_duties 中的以“甲方”为义务人；"
            "违约情形中，违约方（party）与触发情形的主语相反。",
            "A text under party_a_duties makes Party B the obligor, or one under party_b_duties Party A; or a breach names the "
            "other party than its trigger.",
        ),
        Text(
            "合同把它印在“甲方承担下列义务”之下，读起来就是相反的意思。",
            "The contract prints it under “Party A shall”, which turns its meaning round.",
        ),
        "party_a_duties: [{id: a1, text: 乙方应当在3日内提供资料}]",
        "party_b_duties: [{id: b1, text: 应当在3日内提供资料}]",
        Text(
            "移到另一方的列表，或者改正主语。", "Move it to the other party's list, or correct its subject."
        ),
    ),
)
SHALL = re.compile(r"^(甲方|乙方)[^，。；]{0,6}(应当|应|须|必须|负责|承担|不得|未|逾期|违反|拒绝|擅自)")
NAMES = {"party_a": "甲方", "party_b": "乙方"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each duty and breach whose subject is the other party."""
    contract = project.contract
    rows: list[tuple[Route, str, str]] = [
        (("contract", f"{side}_duties", index, "text"), side, duty.text)
        for side, duties in (("party_a", contract.party_a_duties), ("party_b", contract.party_b_duties))
        for index, duty in enumerate(duties)
    ]
    for index, one in enumerate(contract.breach.items):
        rows.append((("contract", "breach", "items", index, "trigger"), one.party, one.trigger))
    for route, side, text in rows:
        match = SHALL.search(text)
        if match and match[1] != NAMES[side]:
            message = Text(
                f"这里是{NAMES[side]}的，主语却是{match[1]}",
                f"this is {side}'s, but its subject is {match[1]}",
            )
            yield found(CODE, message, Place(route))
