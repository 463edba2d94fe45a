"""Check M144: earnest money and liquidated damages for the same breach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "M144",
    Severity.WARNING,
    Text("同一违约并用定金和违约金", "earnest money and liquidated damages for the same breach"),
    page(
        Text(
            "合同文字对同一违约既适用定金罚则，又要求支付违约金。",
            "A text of the contract takes earnest money and liquidated damages for the same breach.",
        ),
        Text("两者只能选择其一。", "Only one of them can be chosen."),
        "other_terms: [乙方不交货的，甲方没收定金，并有权要求支付违约金50000元]",
        "other_terms: [乙方不交货的，甲方可以选择适用定金或者要求支付违约金50000元]",
        Text(
            "写明由守约方选择其一；定金不足以弥补损失的，可以另行请求赔偿超过的部分。",
            "Say that the other party chooses one; loss beyond the earnest money may still be claimed.",
        ),
    ),
    (
        civil_code(
            "第五百八十八条",
            "当事人既约定违约金，又约定定金的，一方违约时，对方可以选择适用违约金或者定金条款。",
        ),
    ),
)
BOTH = "(并|同时|以及|还应|另行|另须|且)"
PATTERN = re.compile(
    f"定金[^。；]{{0,20}}{BOTH}[^。；]{{0,15}}违约金|违约金[^。；]{{0,20}}{BOTH}[^。；]{{0,15}}定金"
)
CHOICE = re.compile("或|不得|不能|不再|选择|择一")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that takes both."""
    for route, text in texts(project):
        match = PATTERN.search(text)
        if match and not CHOICE.search(match[0]):
            message = Text(
                f"“{match[0]}”：定金和违约金只能择一适用",
                f"“{match[0]}”: earnest money or damages, not both",
            )
            yield found(CODE, message, Place(route))
