"""Check L121: a statement that these are no standard terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import contracts_interpretation, page, texts

CODE = Code(
    "L121",
    Severity.INFO,
    Text("声明不是格式条款", "a statement that these are no standard terms"),
    page(
        Text(
            "合同文字声明合同条款不属于格式条款。",
            "The contract says that its terms are no standard terms.",
        ),
        Text(
            "是不是格式条款看条款怎样订立；只有声明，不能排除格式条款的规定。",
            "Whether terms are standard terms depends on how they came about; a statement alone changes nothing.",
        ),
        "other_terms: [本合同条款均不属于格式条款]",
        "other_terms: [免除和限制责任的条款以加粗字体提示，并已向对方说明]",
        Text(
            "对免责、限责等条款作出提示和说明，并保留协商的记录。",
            "Point out and explain terms that exclude or limit liability, and keep a record of the negotiation.",
        ),
    ),
    (
        contracts_interpretation(
            "第九条", "双方已经明确约定合同条款不属于格式条款为由主张该条款不是格式条款的，人民法院不予支持。"
        ),
    ),
)


PATTERN = re.compile("不(属于|是|构成|视为)[^，。；]{0,4}格式(条款|合同)")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that declares that the terms are no standard terms."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：仅有这样的声明，不能排除格式条款的规定",
                f"“{match[0]}”: such a statement alone has no effect",
            )
            yield found(CODE, message, Place(route))
