"""Check D102: instalment due after the term."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D102",
    Severity.WARNING,
    Text("付款日在期限届满之后", "instalment due after the term"),
    page(
        Text("某期付款的日期晚于合同期限届满日。", "An instalment is due after the last day of the term."),
        Text(
            "尾款、质保金可以晚于期限；其他款项多半是日期写错。",
            "A last payment or retention may be later; otherwise the date is most often wrong.",
        ),
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "instalments: [{id: p1, name: 首期款, percent: 100, due: 2027-01-15}]",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "instalments: [{id: p1, name: 首期款, percent: 100, due: 2026-01-15}]",
        Text(
            "改正日期；有意安排的，写明付款条件（condition）。",
            "Correct the date; if it is meant, state the condition.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each dated instalment after the term that no condition explains."""
    end = project.contract.term.end
    for index, row in enumerate(project.contract.instalments):
        if row.due and row.due > end and row.condition is None:
            message = Text(
                f"{row.name}的付款日 {row.due} 晚于届满日 {end}",
                f"'{row.name}' is due on {row.due}, after the end {end}",
            )
            related = [see("届满日", "the end of the term", ("contract", "term", "end"))]
            place = Place(("contract", "payment", "instalments", index, "due"))
            yield found(CODE, message, place, related=related)
