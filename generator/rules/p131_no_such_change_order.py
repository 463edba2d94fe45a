"""Check P131: a decision refers to a change order that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "P131",
    Severity.WARNING,
    Text("决议引用的变更单不存在", "a decision refers to a change order that is not there"),
    page(
        Text(
            "项目登记了变更（changes），会议决议引用的变更单编号却不在其中；注明“待签”的除外。",
            "The project keeps its changes, but the number that a decision refers to is not among them, nor marked 待签.",
        ),
        Text(
            "只有会议纪要、没有双方签署的变更单，变更的内容就不明确，推定为未变更。",
            "Minutes without a signed change order leave the change unclear, and it is presumed not to be made.",
        ),
        "decisions: [{id: r1, affects: term, change_order: BG-02}]\nchanges: [{id: c1, number: BG-01}]",
        "decisions: [{id: r1, affects: term, change_order: BG-01}]\nchanges: [{id: c1, number: BG-01}]",
        Text("登记这份变更，或者改正编号。", "Add the change, or correct the number."),
    ),
    (civil_code("第五百四十四条", "当事人对合同变更的内容约定不明确的，推定为未变更。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each reference to a change that the project does not keep."""
    known = [_whole(one.number) for one in project.changes]
    for index, meeting in enumerate(project.meetings if known else ()):
        for at, decision in enumerate(meeting.decisions):
            order = decision.change_order
            if order and "待签" not in order and not any(number.search(order) for number in known):
                message = Text(f"没有登记变更单 {order}", f"there is no change {order}")
                yield found(CODE, message, Place(("meetings", index, "decisions", at, "change_order")))


def _whole(number: str) -> re.Pattern[str]:
    """Return what finds ``number`` where it is not a part of another, as BG-1 is of BG-10."""
    return re.compile(rf"(?<![A-Za-z0-9-]){re.escape(number)}(?![A-Za-z0-9-])")
