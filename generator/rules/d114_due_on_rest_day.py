"""Check D114: due on a rest day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.calendar import is_workday, next_workday
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "D114",
    Severity.INFO,
    Text("期限最后一日是休息日", "due on a rest day"),
    page(
        Text(
            "约定的付款日或交付日是周末、法定休假日（调休上班日除外）。",
            "A payment or delivery is due on a weekend or holiday (days worked in exchange excepted).",
        ),
        Text(
            "期间的最后一日是法定休假日的，顺延至休假日结束的次日；直接写工作日可免争议。",
            "A period that ends on a holiday runs to the next day after it; a working day leaves no doubt.",
        ),
        "{id: p1, name: 首期款, percent: 30, due: 2026-02-15}",
        "{id: p1, name: 首期款, percent: 30, due: 2026-02-13}",
        Text("改为工作日，或不改而接受顺延。", "Choose a working day, or leave it and accept the next one."),
    ),
    (civil_code("第二百零三条", "期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment and delivery due on a day off of a published year."""
    contract = project.contract
    rows = [
        (("contract", "payment", "instalments", i, "due"), p.name, p.due)
        for i, p in enumerate(contract.instalments)
    ]
    items = [
        (("contract", "deliverables", i, "due"), d.name, d.due) for i, d in enumerate(contract.deliverables)
    ]
    for route, name, due in (*rows, *items):
        if due and not is_workday(due):
            follows = next_workday(due)
            if not follows.unpublished:
                message = Text(
                    f"“{name}”的日期 {due} 是休息日，下一工作日是 {follows.day}",
                    f"'{name}' is due on {due}, a rest day; the next working day is {follows.day}",
                )
                yield found(CODE, message, Place(route))
