"""Check C119: a blank or a placeholder is left in a text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.wording import BLANK
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "C119",
    Severity.ERROR,
    Text("文字中留有空白或者占位符", "a blank or placeholder is left in a text"),
    page(
        Text(
            "合同文字中有下划线、空括号、XX、待定、TBD 等等待填写的内容。",
            "A text of the contract has underscores, empty brackets, XX, 待定 or TBD that wait to be filled in.",
        ),
        Text(
            "签署后的空白可以被任何一方补写，或者使该项约定不明确。",
            "A blank in a signed contract may be filled in by either side, or leaves the term unclear.",
        ),
        "other_terms: [保证金为____元，另行支付]",
        "other_terms: [保证金为20000元，另行支付]",
        Text("填上内容，或者删去这一项。", "Fill it in, or delete the item."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text with a blank."""
    for route, text in texts(project):
        if match := BLANK.search(text):
            message = Text(f"“{match[0]}”还没有填写", f"“{match[0]}” waits to be filled in")
            yield found(CODE, message, Place(route))
