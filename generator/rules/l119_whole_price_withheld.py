"""Check L119: the whole price withheld for a partial dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_large, is_public, is_small, sme_rules
from generator.rules.support import page, texts

CODE = Code(
    "L119",
    Severity.WARNING,
    Text("因部分争议停付全部款项", "the whole price withheld for a partial dispute"),
    page(
        Text(
            "甲方是机关、事业单位或者大型企业，乙方是中小企业，合同文字约定有争议时停付全部款项。",
            "Party A is public or large, Party B smaller, and in a dispute the whole price may be withheld.",
        ),
        Text(
            "部分存在争议但不影响其他部分履行的，无争议部分应当及时付款。",
            "Where part is in dispute and the rest is not affected, the rest is to be paid in time.",
        ),
        "other_terms: [双方发生争议的，甲方有权暂停支付全部款项]",
        "other_terms: [双方发生争议的，甲方可以暂停支付有争议的部分]",
        Text(
            "改为只暂停支付有争议的部分。",
            "Let only the part in dispute be withheld.",
        ),
    ),
    (sme_rules("第十五条", "部分存在争议但不影响其他部分履行的，对于无争议部分应当履行及时付款义务。"),),
)


PATTERN = re.compile(
    "争议[^。；]{0,16}(暂停|停止|拒绝|有权不|可以不)[^，。；]{0,6}(全部|所有|任何)[^，。；]{0,6}(款|费用)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that withholds the whole price."""
    if not (
        (is_large(project.parties.party_a) or is_public(project.parties.party_a))
        and is_small(project.parties.party_b)
    ):
        return
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：无争议部分应当及时付款",
                f"“{match[0]}”: what is not in dispute is to be paid in time",
            )
            yield found(CODE, message, Place(route))
