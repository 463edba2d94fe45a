"""Check L122: silence taken as rescission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import contracts_interpretation, page, texts

CODE = Code(
    "L122",
    Severity.INFO,
    Text("约定逾期未异议视为解除", "silence taken as rescission"),
    page(
        Text(
            "合同文字约定对方收到解除通知后逾期不提异议的，视为合同解除。",
            "The contract treats silence after a notice as rescission.",
        ),
        Text(
            "没有解除权的一方通知解除，对方没有异议也不发生解除的效力。",
            "A notice by a party without the right to rescind has no effect, whether or not the other objects.",
        ),
        "other_terms: [乙方收到解除通知后逾期未提出异议的，视为同意解除合同]",
        "other_terms: [乙方逾期交付超过30日的，甲方可以解除合同]",
        Text(
            "写明在哪些情形下可以解除。",
            "State in which cases the contract may be rescinded.",
        ),
    ),
    (contracts_interpretation("第五十三条", "不享有解除权的，不发生合同解除的效力。"),),
)


PATTERN = re.compile("(逾期|期满|未在)[^。；]{0,14}(异议|答复|回复)[^。；]{0,6}视为[^，。；]{0,8}解除")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that takes silence as rescission."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：没有解除权的，不因对方沉默而发生解除的效力",
                f"“{match[0]}”: without a right to rescind, silence rescinds nothing",
            )
            yield found(CODE, message, Place(route))
