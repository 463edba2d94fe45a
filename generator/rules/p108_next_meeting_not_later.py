"""Check P108: next meeting is not later."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P108",
    Severity.ERROR,
    Text("下次会议不在本次之后", "next meeting is not later"),
    page(
        Text("下次会议的日期要晚于本次会议。", "The next meeting is later than this one."),
        Text(
            "纪要会通知大家去开一个已经过去的会。", "The minutes would call people to a meeting in the past."
        ),
        '{date: 2026-03-12, next: {date: 2026-02-12, time: "14:00", place: 甲方三楼会议室}}',
        '{date: 2026-03-12, next: {date: 2026-04-09, time: "14:00", place: 甲方三楼会议室}}',
        Text("改正日期。", "Correct the date."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each next meeting on or before the day of the meeting."""
    for index, meeting in enumerate(project.meetings):
        if meeting.next and meeting.next.date <= meeting.date:
            message = Text(
                f"下次会议 {meeting.next.date} 不晚于本次会议 {meeting.date}",
                f"the next meeting on {meeting.next.date} is not after this one on {meeting.date}",
            )
            related = [see("本次会议", "this meeting", ("meetings", index, "date"))]
            yield found(CODE, message, Place(("meetings", index, "next", "date")), related=related)
