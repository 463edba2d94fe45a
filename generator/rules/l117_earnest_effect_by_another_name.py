"""Check L117: the effect of earnest money under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import contracts_interpretation, page, texts

CODE = Code(
    "L117",
    Severity.WARNING,
    Text("不是定金却约定定金罚则", "the effect of earnest money under another name"),
    page(
        Text(
            "合同文字对订金、押金、保证金等约定了双倍返还或者没收，却没有说它是定金。",
            "A deposit that is not called earnest money (定金) is to be forfeited or returned double.",
        ),
        Text(
            "没有约定定金性质的，主张定金罚则得不到支持。",
            "Without agreement that it is earnest money, its effect is not upheld.",
        ),
        "other_terms: [乙方违约的，订金不退；甲方违约的，双倍返还订金]",
        "other_terms: [乙方违约的，应当支付合同金额5%的违约金]",
        Text(
            "需要定金罚则的，写明“定金”并不超过合同标的额的百分之二十；否则改为违约金。",
            "Call it 定金 (20 % of the contract at most) where its effect is meant; else agree liquidated damages.",
        ),
    ),
    (
        contracts_interpretation(
            "第六十七条",
            "但是没有约定定金性质，一方主张适用民法典第五百八十七条规定的定金罚则的，人民法院不予支持。",
        ),
    ),
)


PATTERN = re.compile(
    "(订金|押金|保证金|留置金|担保金|订约金)[^，。；]{0,10}(双倍返还|没收)|(双倍返还|没收)[^，。；]{0,8}(订金|押金|保证金|留置金|担保金|订约金)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that gives a deposit the effect of earnest money."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：没有约定定金性质的，不适用定金罚则",
                f"“{match[0]}”: without agreement that it is earnest money its effect is not upheld",
            )
            yield found(CODE, message, Place(route))
