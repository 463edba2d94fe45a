"""Check C123: a term is defined and never used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "C123",
    Severity.WARNING,
    Text("定义了却没有使用的词语", "a term that is defined and never used"),
    page(
        Text(
            "文字中写有“以下简称‘某词’”，合同其他文字没有再用这个词。",
            "A text says “hereinafter …”, and no other text of the contract uses the term.",
        ),
        Text(
            "不用的定义多半是从别的合同带来的，或者后文写成了另一个词。",
            "Such a definition was brought from another contract, or what follows uses another word.",
        ),
        "recitals: [甲方拟建设仓储管理系统（以下简称“本系统”）]",
        "recitals: [甲方拟建设仓储管理系统（以下简称“本系统”）, 乙方具备开发本系统的能力]",
        Text("删去这个简称，或者统一后文的用词。", "Delete the term, or use it where it is meant."),
    ),
)
DEFINED = re.compile(r"以下(?:简称|称)(?:为)?[“\"「]([^”\"」]{1,20})[”\"」]")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each term that occurs where it is defined alone."""
    rows = texts(project)
    for route, text in rows:
        for match in DEFINED.finditer(text):
            term = match[1]
            if sum(other.count(term) for _, other in rows) == 1 and term not in ("甲方", "乙方"):
                message = Text(f"“{term}”定义后没有使用", f"“{term}” is defined and never used")
                yield found(CODE, message, Place(route))
