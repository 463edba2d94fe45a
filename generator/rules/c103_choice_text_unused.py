"""Check C103: a term that the contract will not contain."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.choices import cases
from generator.rules.support import page, see

CODE = Code(
    "C103",
    Severity.WARNING,
    Text("写了却不会进入合同的约定", "a term that the contract will not contain"),
    page(
        Text(
            "这一项约定只在另一选项下写入合同；按现在的选项，它不会出现在任何文书里。",
            "The term belongs to another choice; with the present one no document contains it.",
        ),
        Text(
            "写的人以为双方已经约定，签的文本里却没有。",
            "Its writer believes it agreed, and the signed text is without it.",
        ),
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none, renewal_notice: 1 month}",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: by_agreement, renewal_notice: 1 month}",
        Text(
            "改选项，或删去这一项；仍要约定的写入其他约定。",
            "Change the choice, or delete the term; what shall still be agreed goes into other_terms.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each term that its choice leaves out."""
    for case in cases(project.contract):
        row = case.row
        if case.given and case.chosen not in (*row.needs, *row.also):
            message = Text(
                f"{row.choice} 选了 {case.chosen}，{row.name.zh}（{row.key}）不会写入合同",
                f"{row.choice} is {case.chosen}, so the {row.name.en} ({row.key}) is not printed",
            )
            choice = see(
                f"这里选了 {case.chosen}", f"{case.chosen} is chosen here", (*case.route, row.choice)
            )
            yield found(CODE, message, Place((*case.route, row.key)), related=[choice])
