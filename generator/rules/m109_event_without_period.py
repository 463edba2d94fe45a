"""Check M109: payment on an event without a period."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "M109",
    Severity.WARNING,
    Text("事件付款没有写期限", "payment on an event without a period"),
    page(
        Text(
            "以事件起算的付款，没有写事件后多久支付（within）。",
            "A payment that runs from an event does not say how long after it (within).",
        ),
        Text(
            "履行期限不明确，乙方可以随时请求付款，逾期从哪天起算也会有争议。",
            "The time is unclear: Party B may ask at any time, and the start of delay is open to dispute.",
        ),
        "{id: p1, name: 首期款, percent: 30, event: signing}",
        "{id: p1, name: 首期款, percent: 30, event: signing, within: 10 working days}",
        Text("补上 within。", "Add within."),
    ),
    (civil_code("第五百一十一条", "（四）履行期限不明确的，债务人可以随时履行，债权人也可以随时请求履行"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each event without a period after it."""
    for index, row in enumerate(project.contract.instalments):
        if row.event and row.within is None:
            message = Text(
                f"{row.name}以 {row.event} 起算，没有写多久支付（within）",
                f"'{row.name}' runs from {row.event}, but not for how long (within)",
            )
            yield found(CODE, message, Place(("contract", "payment", "instalments", index, "event")))
