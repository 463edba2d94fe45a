"""Check P115: complaint not closed in time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import counted, page

CODE = Code(
    "P115",
    Severity.WARNING,
    Text("投诉逾期未办结", "complaint not closed in time"),
    page(
        Text(
            "投诉的处理期限早于数据截止日，还没有办结；或办结了却没有写结果。",
            "A complaint was due before the as-of date and is not closed, or is closed without a result.",
        ),
        Text(
            "没有结果的投诉会再来，也影响满意度考核。",
            "Complaints without a result come back, and count in the assessment.",
        ),
        "project: {as_of: 2026-03-31}\ncomplaints: [{id: c1, received_on: 2026-03-02, due: 2026-03-09}]",
        "project: {as_of: 2026-03-31}\n"
        "complaints: [{id: c1, received_on: 2026-03-02, due: 2026-03-09, closed_on: 2026-03-06, result: "
        "已更换并致歉}]",
        Text("写上办结日和结果，或督办。", "Write the day and the result, or press for it."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each complaint that is late or closed without a result."""
    as_of = project.project.as_of
    for index, complaint in enumerate(project.feedback.complaints if project.feedback else ()):
        route = ("feedback", "complaints", index)
        if complaint.closed_on is None and complaint.due < as_of:
            days = (as_of - complaint.due).days
            message = Text(
                f"投诉 {complaint.id} 已逾期 {days} 天",
                f"the complaint {complaint.id} is {counted(days, 'day')} late",
            )
            yield found(CODE, message, Place((*route, "due")))
        elif complaint.closed_on and complaint.result is None:
            message = Text(
                f"投诉 {complaint.id} 已办结，没有写结果", f"the complaint {complaint.id} has no result"
            )
            yield found(CODE, message, Place((*route, "closed_on")))
