"""Check P110: follow-up contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.meeting import ActionStatus
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P110",
    Severity.ERROR,
    Text("跟踪记录自相矛盾", "follow-up contradicts itself"),
    page(
        Text(
            "已完成的要写完成日，未完成或取消的不写；完成日不晚于会议日期。",
            "What is done has its day, what is open or cancelled has none, and the day is not after the "
            "meeting.",
        ),
        Text(
            "状态和日期矛盾，按时率就算不出来。",
            "If status and day disagree, punctuality cannot be computed.",
        ),
        "{action: a-02-1, status: done}",
        "{action: a-02-1, status: done, done_on: 2026-03-05}",
        Text("补上或删去 done_on，或改状态。", "Add or delete done_on, or change the status."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each follow-up whose day does not go with its status or meeting."""
    for index, meeting in enumerate(project.meetings):
        for at, note in enumerate(meeting.follow_ups):
            done = note.status is ActionStatus.DONE
            if done and note.done_on is None:
                message = Text(
                    f"{note.action} 已完成，没有完成日（done_on）",
                    f"{note.action} is done, but without done_on",
                )
            elif not done and note.done_on:
                message = Text(
                    f"{note.action} 状态是 {note.status}，却有完成日",
                    f"{note.action} is {note.status}, yet has done_on",
                )
            elif note.done_on and note.done_on > meeting.date:
                message = Text(
                    f"{note.action} 的完成日 {note.done_on} 晚于会议日期 {meeting.date}",
                    f"{note.action} was done on {note.done_on}, after the meeting on {meeting.date}",
                )
            else:
                continue
            yield found(CODE, message, Place(("meetings", index, "follow_ups", at)))
