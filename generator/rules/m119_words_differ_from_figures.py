"""Check M119: an amount in words differs from the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.wording import unequal_amounts
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, texts

CODE = Code(
    "M119",
    Severity.ERROR,
    Text("金额的大写与小写不一致", "an amount in words differs from its figures"),
    page(
        Text(
            "文字中并列写了大写和小写金额，两者不相等，或者大写写得不成金额。",
            "A text has an amount in words beside one in figures, and they differ, or the words are no amount.",
        ),
        Text(
            "大写与小写不一致的以大写为准，写错一个字就是另一个数。",
            "The words prevail: one wrong character makes another amount.",
        ),
        "other_terms: [保证金为人民币贰万元整（¥30,000.00）]",
        "other_terms: [保证金为人民币贰万元整（¥20,000.00）]",
        Text("改正其中之一。", "Correct one of them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each pair that differs."""
    for route, text in texts(project):
        for words, amount in unequal_amounts(text):
            message = Text(f"大写“{words}”不是 {figures(amount)}", f"“{words}” is not {figures(amount)}")
            yield found(CODE, message, Place(route))
