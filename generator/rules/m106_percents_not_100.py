"""Check M106: percentages do not add up to 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "M106",
    Severity.ERROR,
    Text("各期比例之和不是100", "percentages do not add up to 100"),
    page(
        Text(
            "各期都写比例时，比例之和必须是100。",
            "Where all instalments are percentages, they add up to 100.",
        ),
        Text(
            "不足100，余款何时付没有约定；超过100，就超出了合同价款。",
            "Below 100 the rest is never due; above, more than the price is.",
        ),
        "instalments:\n  - {id: p1, name: 首期款, percent: 30}\n  - {id: p2, name: 尾款, percent: 60}",
        "instalments:\n  - {id: p1, name: 首期款, percent: 30}\n  - {id: p2, name: 尾款, percent: 70}",
        Text("改正比例。", "Correct the percentages."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when percentages only are not 100 together."""
    rows = project.contract.instalments
    percents = [row.percent for row in rows if row.percent is not None and row.amount is None]
    total = sum(percents, Decimal())
    if rows and len(percents) == len(rows) and total != 100:
        more_zh, more_en = ("多", "too much") if total > 100 else ("少", "missing")
        gap = plain(abs(total - 100))
        message = Text(
            f"{len(rows)} 期付款比例合计 {plain(total)}%，比 100% {more_zh} {gap}%",
            f"{len(rows)} instalments make {plain(total)} %: {gap} % {more_en}",
        )
        yield found(CODE, message, Place(("contract", "payment", "instalments"), "key"))
