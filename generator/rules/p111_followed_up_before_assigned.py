"""Check P111: followed up before assigned."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P111",
    Severity.ERROR,
    Text("跟踪早于布置", "followed up before assigned"),
    page(
        Text(
            "会议跟踪的行动项，应当是以前的会议布置的。", "A meeting follows up actions of earlier meetings."
        ),
        Text("不是编号引用错了，就是会议日期错了。", "Either the id or the date of a meeting is wrong."),
        "[{date: 2026-02-12, follow_ups: [{action: a-03-1, status: open}]}, {date: 2026-03-12, actions: "
        "[{id: a-03-1}]}]",
        "[{date: 2026-03-12, actions: [{id: a-03-1}]}, {date: 2026-04-09, follow_ups: [{action: a-03-1, "
        "status: open}]}]",
        Text("核对编号和会议日期。", "Check the id and the dates."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each follow-up of an action that was assigned at the same or a later meeting."""
    assigned = {
        a.id: (m, at) for m, meeting in enumerate(project.meetings) for at, a in enumerate(meeting.actions)
    }
    for index, meeting in enumerate(project.meetings):
        for at, note in enumerate(meeting.follow_ups):
            if note.action in assigned:
                other, action = assigned[note.action]
                day = project.meetings[other].date
                if day >= meeting.date:
                    message = Text(
                        f"{meeting.date} 的会议跟踪 {note.action}，它到 {day} 才布置",
                        f"the meeting of {meeting.date} follows up {note.action}, assigned on {day} only",
                    )
                    related = [see("在这里布置", "assigned here", ("meetings", other, "actions", action))]
                    place = Place(("meetings", index, "follow_ups", at, "action"))
                    yield found(CODE, message, place, related=related)
