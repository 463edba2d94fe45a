"""Check P130: a change is signed without a day, or its days contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.change import ChangeStatus
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "P130",
    Severity.ERROR,
    Text("变更单的状态与日期矛盾", "status and days of a change contradict each other"),
    page(
        Text(
            "变更已经签署（agreed）却没有签署日期，或者没有签署却写了签署日期，或者签署早于提出。",
            "A change is agreed without a day of signature, has such a day without being agreed, or was signed before it was raised.",
        ),
        Text(
            "变更自何时起有效，决定价款、期限和违约责任按哪一份算。",
            "Price, days and liability follow the old or the new terms by the day on which the change takes effect.",
        ),
        "changes: [{id: c1, status: agreed}]",
        "changes: [{id: c1, status: agreed, agreed_on: 2026-07-28}]",
        Text("补上或者改正 agreed_on、status。", "Add or correct agreed_on or status."),
    ),
    (civil_code("第五百四十三条", "当事人协商一致，可以变更合同。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each change whose status and days do not fit."""
    for index, one in enumerate(project.changes):
        agreed = one.status is ChangeStatus.AGREED
        if agreed != (one.agreed_on is not None):
            message = Text(
                f"变更 {one.number} 状态是 {one.status}，{'没有' if agreed else '却有'}签署日期",
                f"the change {one.number} is {one.status} {'without' if agreed else 'with'} a day of signature",
            )
            yield found(CODE, message, Place(("changes", index, "status")))
        elif one.agreed_on and one.agreed_on < one.raised_on:
            message = Text(
                f"变更 {one.number} 的签署日期早于提出日期 {one.raised_on}",
                f"the change {one.number} was signed before it was raised on {one.raised_on}",
            )
            yield found(CODE, message, Place(("changes", index, "agreed_on")))
