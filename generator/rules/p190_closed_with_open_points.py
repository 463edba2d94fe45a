"""Check P190: closed with points that are open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.closing import open_points
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P190",
    Severity.ERROR,
    Text("结项时还有未了事项", "closed with points that are open"),
    page(
        Text(
            "状态为 closed，或者写了结项日，而义务、行动项、材料、投诉、整改、违约责任、改进或者风险还没有了结，也没有经双方同意列为遗留事项。",
            "The state is closed, or a day of closing is given, while obligations, actions, materials, complaints, notices, claims, improvements or risks are open and not left over by agreement.",
        ),
        Text(
            "结项以后没有人再跟踪，没有了结的事就丢了。",
            "Nobody follows a closed project: what is open would be lost.",
        ),
        "{date: 2026-12-31}",
        "{date: 2026-12-31, left_over: [{refers: p6, what: 质保尾款到期支付, owner: wen, due: 2027-12-20}]}",
        Text(
            "办结，或者在 closing.left_over 中写明对象、责任人和期限。",
            "Settle it, or put it into closing.left_over with owner and day.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each open point of a project that is closed or has a day of closing."""
    dated = project.closing is not None and project.closing.date is not None
    if project.project.state is not ProjectState.CLOSED and not dated:
        return
    for one in open_points(project, project.project.as_of):
        message = Text(f"{one.id}“{one.text}”还没有了结", f"{one.id} '{one.text}' is open")
        yield found(CODE, message, Place(one.route))
