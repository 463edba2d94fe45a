"""Check P181: a replacement without notice or approval."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P181",
    Severity.WARNING,
    Text("更换人员没有通知或者认可", "a replacement without notice or approval"),
    page(
        Text(
            "接替他人的人员，写明乙方书面通知和甲方认可的日期，并且都不晚于到岗日。",
            "Who replaces another has the days of Party B’s notice and Party A’s approval, not after the first day.",
        ),
        Text(
            "合同约定更换须通知并经认可，没有记录就难以主张。",
            "The contract asks for notice and approval; without a record it cannot be shown.",
        ),
        "{replaces: e-qian, assigned_from: 2026-07-01}",
        "{replaces: e-qian, notified_on: 2026-06-10, approved_on: 2026-06-18, assigned_from: 2026-07-01}",
        Text("补记日期；没有通知的，按合同处理。", "Record the days; without notice act on the contract."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each replacement without notice or approval by the first day."""
    for at, one in enumerate(project.resources.people if project.resources else ()):
        if one.replaces is None:
            continue
        days = (one.notified_on, one.approved_on)
        late = one.assigned_from is not None and any(
            day is not None and day > one.assigned_from for day in days
        )
        if None in days or late:
            message = Text(
                f"{one.name} 接替他人，没有事先通知或者认可",
                f"{one.name} replaces another without notice or approval beforehand",
            )
            yield found(CODE, message, Place(("resources", "people", at, "replaces")))
