"""Check C127: a bracket or quotation mark without its other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "C127",
    Severity.WARNING,
    Text("括号、引号不成对", "a bracket or quotation mark without its other half"),
    page(
        Text(
            "合同文字中的括号、书名号、引号有一半没有写。",
            "A text has an opening bracket, quotation or title mark without the closing one, or the other way round.",
        ),
        Text(
            "多半是删改时留下的，括号里的话因此接到了正文里。",
            "It is left over from editing, and makes an aside part of the sentence.",
        ),
        "other_terms: [质保金（合同总额的5%在质保期满后支付]",
        "other_terms: [质保金（合同总额的5%）在质保期满后支付]",
        Text("补上或者删去。", "Add the other half, or delete this one."),
    ),
)
WIDE = str.maketrans("()[]", "（）【】")
PAIRS = (("（", "）"), ("【", "】"), ("《", "》"), ("〔", "〕"), ("“", "”"), ("「", "」"))
NUMBERED = re.compile(r"(?:^|(?<=[：:；;，,。、\s]))[\da-zA-Z一二三四五六七八九十]{1,2}）", re.MULTILINE)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text in which the halves of a pair are not equally many; ``1）`` is none."""
    for route, text in texts(project):
        plain = NUMBERED.sub("", text.translate(WIDE))
        for first, last in PAIRS:
            if plain.count(first) != plain.count(last):
                message = Text(f"“{first}”与“{last}”不成对", f"“{first}” and “{last}” do not pair")
                yield found(CODE, message, Place(route))
