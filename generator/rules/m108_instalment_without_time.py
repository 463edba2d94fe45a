"""Check M108: an instalment without a time of payment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.price import PaymentEvent
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "M108",
    Severity.ERROR,
    Text("分期款没有付款时间", "an instalment without a time of payment"),
    page(
        Text(
            "每一期写日期（due）或事件（event），只写一个；交付、验收事件指明成果，里程碑事件指明里程碑。",
            "Each instalment has a date or an event: one of them; delivery and acceptance name the "
            "deliverable, milestone the milestone.",
        ),
        Text(
            "履行期限不明确的，对方可以随时请求付款。",
            "Where the time is unclear, the other party may ask for payment at any time.",
        ),
        "{id: p2, name: 验收款, percent: 70, event: acceptance}",
        "{id: p2, name: 验收款, percent: 70, event: acceptance, deliverable: d1, within: 30 calendar days}",
        Text("补上所缺的一项。", "Add what is missing."),
    ),
    (civil_code("第五百一十一条", "（四）履行期限不明确的，债务人可以随时履行，债权人也可以随时请求履行"),),
)


NEEDS = {
    PaymentEvent.DELIVERY: ("deliverable", "交付成果"),
    PaymentEvent.ACCEPTANCE: ("deliverable", "交付成果"),
    PaymentEvent.MILESTONE: ("milestone", "里程碑"),
}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each instalment whose time cannot be told."""
    for index, row in enumerate(project.contract.instalments):
        place = Place(("contract", "payment", "instalments", index))
        if (row.due is None) == (row.event is None):
            zh, en = (
                ("同时写了日期和事件", "both a date and an event")
                if row.due
                else ("没有写日期或事件", "no date or event")
            )
            yield found(CODE, Text(f"{row.name}{zh}", f"'{row.name}' has {en}"), place)
        key, noun = NEEDS.get(row.event, ("", "")) if row.event else ("", "")
        if key and getattr(row, key) is None:
            message = Text(
                f"{row.name}的事件是 {row.event}，没有指明{noun}（{key}）", f"'{row.name}' names no {key}"
            )
            yield found(CODE, message, Place((*place.route, "event")))
