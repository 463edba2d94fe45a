"""Check L118: payment delayed by internal procedures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_large, is_public, is_small, sme_rules
from generator.rules.support import page, texts

CODE = Code(
    "L118",
    Severity.WARNING,
    Text("以内部流程为由迟延付款", "payment delayed by internal procedures"),
    page(
        Text(
            "甲方是机关、事业单位或者大型企业，乙方是中小企业，合同文字让甲方以内部流程、负责人变更等为由推迟付款。",
            "Party A is public or large, Party B smaller, and the contract lets Party A pay later because of its own procedures.",
        ),
        Text(
            "条例不允许以履行内部付款流程、负责人变更等为由拒绝或者迟延支付。",
            "The rules forbid refusing or delaying payment for internal procedures or a change of persons in charge.",
        ),
        "other_terms: [因甲方内部付款流程未完成的，付款期限相应顺延]",
        "other_terms: [甲方在验收合格后30日内付款]",
        Text(
            "删去该约定；内部流程的时间计入付款期限。",
            "Delete it; internal procedures are part of the period for payment.",
        ),
    ),
    (sme_rules("第十四条", "不得以法定代表人或者主要负责人变更，履行内部付款流程，"),),
)


PATTERN = re.compile(
    "(内部[^，。；]{0,6}(流程|程序|审批)|负责人变更|领导变更)[^。；]{0,16}(顺延|延期|推迟|暂缓|不视为逾期|不承担)|(顺延|延期|推迟|暂缓)[^，。；]{0,6}付款[^。；]{0,12}内部"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that lets internal procedures delay payment."""
    if not (
        (is_large(project.parties.party_a) or is_public(project.parties.party_a))
        and is_small(project.parties.party_b)
    ):
        return
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：不得以内部付款流程、负责人变更为由迟延支付",
                f"“{match[0]}”: internal procedures are no ground for paying late",
            )
            yield found(CODE, message, Place(route))
