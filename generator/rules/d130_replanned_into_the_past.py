"""Check D130: an action is re-planned to a day that has passed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D130",
    Severity.ERROR,
    Text("新期限早于会议日期", "an action is re-planned to a day that has passed"),
    page(
        Text(
            "跟踪行动项时约定的新期限（new_due）不早于那次会议的日期。",
            "A new due date (new_due) is not before the day of the meeting that agrees it.",
        ),
        Text(
            "纪要会写明一个已经过去的期限，逾期天数也会算错。",
            "The minutes would name a day that has passed, and the days overdue would be wrong.",
        ),
        "{date: 2026-04-10, follow_ups: [{action: a-03-1, status: open, new_due: 2026-04-01}]}",
        "{date: 2026-04-10, follow_ups: [{action: a-03-1, status: open, new_due: 2026-04-20}]}",
        Text(
            "改正新期限；已经完成的写 status: done 和 done_on。",
            "Correct the day; what is done has status done and done_on.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each new due date before the meeting that agreed it."""
    for index, meeting in enumerate(project.meetings):
        for at, note in enumerate(meeting.follow_ups):
            if note.new_due and note.new_due < meeting.date:
                message = Text(
                    f"行动项 {note.action} 的新期限 {note.new_due} 早于会议日期 {meeting.date}",
                    f"the new day {note.new_due} of {note.action} is before the meeting on {meeting.date}",
                )
                related = [see("会议日期", "the meeting", ("meetings", index, "date"))]
                yield found(
                    CODE, message, Place(("meetings", index, "follow_ups", at, "new_due")), related=related
                )
