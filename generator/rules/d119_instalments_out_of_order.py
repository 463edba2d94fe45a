"""Check D119: instalments are due out of order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D119",
    Severity.WARNING,
    Text("分期付款的日期次序颠倒", "instalments are due out of order"),
    page(
        Text("后一期的付款日（due）早于前一期。", "An instalment is due before the one listed above it."),
        Text(
            "多半是年份或者月份写错；付款表按期次印出，读者以为按时间先后。",
            "Most often year or month is wrong; the schedule is printed by number and read by time.",
        ),
        "instalments: [{id: p1, due: 2026-06-25}, {id: p2, due: 2026-03-25}]",
        "instalments: [{id: p1, due: 2026-03-25}, {id: p2, due: 2026-06-25}]",
        Text("改正日期，或者调整次序。", "Correct the date, or the order."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each dated instalment before the dated one above it."""
    rows = [(index, row.name, row.due) for index, row in enumerate(project.contract.instalments) if row.due]
    for (above, earlier_name, earlier), (index, name, due) in pairwise(rows):
        if due < earlier:
            message = Text(
                f"“{name}”于 {due} 付款，早于前面的“{earlier_name}”（{earlier}）",
                f"'{name}' is due on {due}, before '{earlier_name}' on {earlier}",
            )
            route = ("contract", "payment", "instalments")
            related = [see("前一期", "the one above", (*route, above, "due"))]
            yield found(CODE, message, Place((*route, index, "due")), related=related)
