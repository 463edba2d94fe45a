"""Check P213: two papers have the same number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P213",
    Severity.ERROR,
    Text("文件编号重复", "two papers have the same number"),
    page(
        Text(
            "整改通知、催告函和变更单的编号不能相同。",
            "Notices, demands and change orders have numbers of their own.",
        ),
        Text(
            "编号是引用和送达的依据，重复了就不知道指哪一份。",
            "A number names one paper; two with the same cannot be told apart.",
        ),
        "两份整改通知都编号 ZG-01",
        "ZG-01、ZG-02",
        Text("改成不同的编号。", "Give them different numbers."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each paper whose number an earlier one has."""
    seen: set[str] = set()
    for section in ("changes", "rectifications", "demands"):
        for at, one in enumerate(getattr(project, section)):
            if one.number in seen:
                message = Text(f"编号 {one.number} 已被另一份文件使用", f"the number {one.number} is taken")
                yield found(CODE, message, Place((section, at, "number")))
            seen.add(one.number)
