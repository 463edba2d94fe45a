"""Check D102: instalment due after the term."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.derive.instalments import months
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.price import Instalment, PaymentEvent
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D102",
    Severity.WARNING,
    Text("付款日在期限届满之后", "instalment due after the term"),
    page(
        Text(
            "某期付款的日期或者按月支付的最后一个月，晚于合同期限届满日。",
            "An instalment, or the last of the months that are paid, lies after the last day of the term.",
        ),
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
        key, day = ("due", row.due) if row.due else ("count", _last_month(project, row))
        if day and day > end and row.condition is None:
            message = Text(
                f"{row.name}的付款日 {day} 晚于届满日 {end}",
                f"'{row.name}' is due on {day}, after the end {end}",
            )
            related = [see("届满日", "the end of the term", ("contract", "term", "end"))]
            place = Place(("contract", "payment", "instalments", index, key))
            yield found(CODE, message, place, related=related)


def _last_month(project: Project, row: Instalment) -> datetime.date | None:
    """Return the day on which the last month that is paid ends, ``None`` where their number is not stated."""
    if row.event is not PaymentEvent.MONTHLY or row.count is None:
        return None
    return months(project.contract.term, row.count)[-1].last
