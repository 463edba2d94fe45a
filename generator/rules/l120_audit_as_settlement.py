"""Check L120: a government audit made the basis of settlement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_public, is_small, sme_rules
from generator.rules.support import page, texts

CODE = Code(
    "L120",
    Severity.ERROR,
    Text("以审计结果作为结算依据", "a government audit made the basis of settlement"),
    page(
        Text(
            "甲方是机关或者事业单位，乙方是中小企业，合同文字以审计机关的审计结果作为结算依据。",
            "Party A is a public body, Party B a smaller enterprise, and settlement follows a government audit.",
        ),
        Text(
            "条例不允许强制以审计机关的审计结果作为结算依据，法律、行政法规另有规定的除外。",
            "The rules forbid making it so, unless a law or administrative regulation says otherwise.",
        ),
        "other_terms: [本合同价款以审计机关的审计结果作为结算依据]",
        "other_terms: [本合同价款按照验收合格的数量和合同单价结算]",
        Text(
            "改为按合同约定的数量、单价和验收结果结算。",
            "Settle by quantities, unit prices and acceptance as agreed.",
        ),
    ),
    (
        sme_rules(
            "第十二条",
            "机关、事业单位和国有大型企业不得强制要求以审计机关的审计结果作为结算依据，法律、行政法规另有规定的除外。",
        ),
    ),
)


PATTERN = re.compile(
    "审计(机关|部门|局|署)[^，。；]{0,12}(结果|结论|报告|意见)[^，。；]{0,8}(结算|付款|支付)|(结算|付款)[^，。；]{0,6}以[^，。；]{0,6}审计(机关|部门|局|署)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that settles by a government audit."""
    if not (is_public(project.parties.party_a) and is_small(project.parties.party_b)):
        return
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：不得强制以审计机关的审计结果作为结算依据",
                f"“{match[0]}”: a government audit must not be made the basis of settlement",
            )
            yield found(CODE, message, Place(route))
