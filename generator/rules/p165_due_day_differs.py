"""Check P165: due day differs from the rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.derive.reporting import due_day
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P165",
    Severity.WARNING,
    Text("应交日与规则推算的不一致", "due day differs from the rule"),
    page(
        Text(
            "收到记录里写的应交日（due）与按规则推算的不同。",
            "The due day of a record differs from the one computed by the rule.",
        ),
        Text(
            "迟交几天按哪个算，双方会有争议；合同写的是规则。",
            "How late it is would be disputed: the contract states the rule.",
        ),
        "{due: {day: 5}, received: [{period: 2026-03, due: 2026-04-05}]}",
        "{due: {day: 5}, received: [{period: 2026-03, due: 2026-04-07}]}   # 4月5日、6日放假",
        Text(
            "删去记录里的 due；确已商定改期的，在会议纪要中记明后保留。",
            "Delete due in the record; keep it where minutes say that the day was moved.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each record whose due day is not that of the rule."""
    for index, report in enumerate(project.reports):
        for at, one in enumerate(report.received):
            by_rule = due_day(report.due, one.period)
            if one.due and by_rule and by_rule.day != one.due and not by_rule.unpublished:
                message = Text(
                    f"{report.name}（{written(one.period)}）应交日写为 {one.due}，按规则是 {by_rule.day}",
                    f"'{report.name}' of {written(one.period)} is due on {by_rule.day} by the rule, not {one.due}",
                )
                yield found(CODE, message, Place(("reports", index, "received", at, "due")))
