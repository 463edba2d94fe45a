"""Check P107: minutes late."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import after
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P107",
    Severity.WARNING,
    Text("纪要超过期限", "minutes late"),
    page(
        Text(
            "会议节奏约定了发出纪要的期限；纪要在期限后才签发，或到数据截止日还没有签发。",
            "The cadence says how soon minutes are issued; they were issued later, or are not issued by "
            "the as-of date.",
        ),
        Text(
            "拖得越久，各方的记忆和承诺越对不上。",
            "The later they come, the less memories and promises agree.",
        ),
        "{date: 2026-03-12, issued_on: 2026-03-25}   # minutes_within: 2 working days",
        "{date: 2026-03-12, issued_on: 2026-03-16}   # minutes_within: 2 working days",
        Text(
            "写上签发日期（issued_on）；经常超期的，放宽约定或改进流程。",
            "Write issued_on; if it happens often, allow more time or work faster.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each meeting of a cadence whose minutes are or were late."""
    cadences = {cadence.id: cadence for cadence in project.cadence}
    for index, meeting in enumerate(project.meetings):
        cadence = cadences.get(meeting.cadence or "")
        last = after(meeting.date, cadence.minutes_within) if cadence else None
        if last is None or (meeting.issued_on or project.project.as_of) <= last:
            continue
        route = ("meetings", index, "issued_on" if meeting.issued_on else "date")
        zh = f"于 {meeting.issued_on} 签发" if meeting.issued_on else "还没有签发"
        en = f"issued on {meeting.issued_on}" if meeting.issued_on else "not issued yet"
        message = Text(
            f"{meeting.number} 的纪要应在 {last} 前发出，{zh}",
            f"the minutes {meeting.number} were due on {last}, {en}",
        )
        yield found(CODE, message, Place(route))
