"""Check D109: meeting ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D109",
    Severity.ERROR,
    Text("会议结束早于开始", "meeting ends before it starts"),
    page(
        Text(
            "会议的结束时间要晚于开始时间（24小时制，同一天）。",
            "A meeting ends after it starts (24 hours, the same day).",
        ),
        Text("纪要打印的时间会自相矛盾。", "The minutes would contradict themselves."),
        '{start: "14:00", end: "03:30"}',
        '{start: "14:00", end: "15:30"}',
        Text(
            "用24小时制改正，下午三点半写 15:30。", "Use 24 hours: half past three in the afternoon is 15:30."
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each meeting whose end is not after its start."""
    for index, meeting in enumerate(project.meetings):
        if meeting.end <= meeting.start:
            message = Text(
                f"{meeting.number} 的结束时间 {meeting.end:%H:%M} 不晚于开始时间 {meeting.start:%H:%M}",
                f"{meeting.number} ends at {meeting.end:%H:%M}, not after its start at {meeting.start:%H:%M}",
            )
            related = [see("开始时间", "the start", ("meetings", index, "start"))]
            yield found(CODE, message, Place(("meetings", index, "end")), related=related)
