"""Check L123: assignment of money claims banned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L123",
    Severity.INFO,
    Text("约定金钱债权不得转让", "assignment of money claims banned"),
    page(
        Text(
            "合同文字约定债权、应收账款不得转让。",
            "The contract forbids assigning claims for money.",
        ),
        Text(
            "约定金钱债权不得转让的，不得对抗第三人：受让人仍然可以主张。",
            "Such a ban has no effect against third parties: the assignee may claim all the same.",
        ),
        "other_terms: [乙方对甲方的应收账款不得转让]",
        "other_terms: [乙方转让应收账款的，应当提前10日书面通知甲方]",
        Text(
            "改为要求事先通知，并写明通知前的付款有效。",
            "Ask for notice in advance, and say that payment before it discharges.",
        ),
    ),
    (civil_code("第五百四十五条", "当事人约定金钱债权不得转让的，不得对抗第三人。"),),
)


PATTERN = re.compile(
    "(应收账款|债权|收款权)[^，。；]{0,12}(不得|禁止)[^，。；]{0,6}转让|不得[^，。；]{0,4}转让[^，。；]{0,14}(应收账款|债权|收款权)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that forbids assigning claims for money."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：约定金钱债权不得转让的，不得对抗第三人",
                f"“{match[0]}”: the ban has no effect against third parties",
            )
            yield found(CODE, message, Place(route))
