"""Check P101: number of minutes given twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P101",
    Severity.ERROR,
    Text("纪要编号重复", "number of minutes given twice"),
    page(
        Text(
            "每次会议的纪要编号（number）在项目内只用一次。",
            "Each meeting’s number of minutes is used once in the project.",
        ),
        Text("引用某号纪要的决议时，不知道指哪一份。", "A reference to such minutes is ambiguous."),
        "[{id: m1, number: JY-001}, {id: m2, number: JY-001}]",
        "[{id: m1, number: JY-001}, {id: m2, number: JY-002}]",
        Text("顺次编号。", "Number them on."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each meeting whose number an earlier one has."""
    first: dict[str, int] = {}
    for index, meeting in enumerate(project.meetings):
        earlier = first.setdefault(meeting.number, index)
        if earlier != index:
            message = Text(
                f"纪要编号 {meeting.number} 已用于 {project.meetings[earlier].date} 的会议",
                f"the number {meeting.number} belongs to the meeting of {project.meetings[earlier].date}",
            )
            related = [see("先用的会议", "the earlier meeting", ("meetings", earlier, "number"))]
            yield found(CODE, message, Place(("meetings", index, "number")), related=related)
