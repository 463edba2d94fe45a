"""Check C122: the number of an article or annex is typed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.wording import numbered
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, texts

CODE = Code(
    "C122",
    Severity.WARNING,
    Text("手写了条款号或者附件号", "the number of an article or annex is typed by hand"),
    page(
        Text(
            "文字中写有“本合同第八条”“附件三”。条款的序号由程序生成，增减一条就会变。",
            "A text names “Article 8” or “Annex 3” of this contract. Numbers are made by the program and change with every clause.",
        ),
        Text(
            "指向错误的条款比没有引用更糟；附件不存在时，约定落空。",
            "A reference to the wrong article is worse than none, and one to an absent annex has no object.",
        ),
        "other_terms: [保证金按照本合同第八条执行]",
        "other_terms: [保证金按照付款方式的约定执行]",
        Text(
            "写条款的名称；在 deviations 的条文里可以写 [[条款编号]]，序号自动生成。",
            "Name the clause by its title; in texts of deviations [[clause-id]] gives the number.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text with such a number; articles of laws are none."""
    for route, text in texts(project):
        first = next(numbered(text), None)
        if first:
            message = Text(
                f"手写的序号“{first.written}”不会随条款变动", f"“{first.written}” does not follow the clauses"
            )
            yield found(CODE, message, Place(route))
