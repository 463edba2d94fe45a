"""Check P113: meeting on another day than agreed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.cadences import schedule
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P113",
    Severity.INFO,
    Text("会议不在约定的日子", "meeting on another day than agreed"),
    page(
        Text(
            "定期会议的日期与按会议节奏推算的日期不同，也没有改期说明。",
            "A regular meeting was not held on a day of its cadence, and no exception moved it.",
        ),
        Text(
            "改期没有记录，日历和合同附件就与实际不符。",
            "Without a record, calendar and annex differ from what happened.",
        ),
        "cadence: [{id: monthly, day_of_month: 10}]\nmeetings: [{cadence: monthly, date: 2026-03-17}]",
        "cadence: [{id: monthly, exceptions: [{planned: 2026-03-10, moved_to: 2026-03-17, reason: "
        "展会}]}]\nmeetings: [{cadence: monthly, date: 2026-03-17}]",
        Text(
            "在 exceptions 中写明改期；临时会议不写 cadence。",
            "Put it into exceptions; an extra meeting has no cadence.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each meeting that its cadence does not plan on that day."""
    dates = {cadence.id: schedule(cadence, project) for cadence in project.cadence}
    for index, meeting in enumerate(project.meetings):
        plan = dates.get(meeting.cadence or "")
        days = [date.held_on for date in plan.occurrences] if plan else []
        if days and meeting.date not in days:
            near = min(days, key=lambda day: abs(day - meeting.date))
            message = Text(
                f"会议于 {meeting.date} 召开，最近的约定日期是 {near}",
                f"held on {meeting.date}; the nearest day agreed is {near}",
            )
            yield found(CODE, message, Place(("meetings", index, "date")))
