"""Check P158: somebody who has left is still named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.coordination import named
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P158",
    Severity.WARNING,
    Text("离任人员仍有职责", "somebody who has left is still named"),
    page(
        Text(
            "离任（left_on）的人，不再是未完成行动项的责任人，也不在职责分工、升级路径、以后的会议和报告接收人中。",
            "Somebody who has left (left_on) owns no open action and is in no responsibility, escalation, coming meeting or report.",
        ),
        Text("事情交给已经离开的人，就没有人做。", "What is left to somebody who is gone is not done."),
        "contacts: [{id: chen, left_on: 2026-03-31}]\nactions: [{id: a-03-1, owner: chen}]",
        "contacts: [{id: chen, left_on: 2026-03-31}, {id: he}]\nactions: [{id: a-03-1, owner: he}]",
        Text(
            "换成接任的人；会议上交接的行动项先取消再由接任人另立一项。",
            "Name the successor; an action is cancelled and agreed anew with them.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each place that names somebody who had left by the as-of date."""
    as_of = project.project.as_of
    left = {one.id: one for one in project.contacts if one.left_on and one.left_on <= as_of}
    for route, person in named(project, as_of):
        if person in left:
            name, day = left[person].name, left[person].left_on
            message = Text(f"{name}已于 {day} 离任", f"{name} left on {day}")
            yield found(CODE, message, Place(route))
