"""Check P161: report returned and not handed in again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.report import ReportVerdict
from generator.rules.support import page

CODE = Code(
    "P161",
    Severity.WARNING,
    Text("退回的报告没有重新提交", "report returned and not handed in again"),
    page(
        Text(
            "审阅意见为退回（returned）的报告，同一期间之后没有新的收到记录。",
            "A report was returned, and none of the same period has come since.",
        ),
        Text(
            "退回的报告不算收到；不催交，就等于放过了。",
            "A returned report was not received; without a reminder it is let go.",
        ),
        "received: [{period: 2026-03, received_on: 2026-04-03, submitted: {by: chen, verdict: returned}}]",
        "received: [{period: 2026-03, received_on: 2026-04-03, submitted: {by: chen, verdict: returned}},\n  {period: 2026-03, received_on: 2026-04-08}]",
        Text(
            "收到补交的报告后加一条记录；没有收到的书面催交。",
            "Add a record once it has come again, or ask for it in writing.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each returned report that is the last of its period."""
    for index, report in enumerate(project.reports):
        for at, one in enumerate(report.received):
            returned = one.submitted and one.submitted.verdict is ReportVerdict.RETURNED
            if returned and all(later.period != one.period for later in report.received[at + 1 :]):
                message = Text(
                    f"{report.name}（{written(one.period)}）已退回，没有重新提交的记录",
                    f"'{report.name}' of {written(one.period)} was returned and has not come again",
                )
                route = ("reports", index, "received", at, "submitted", "verdict")
                yield found(CODE, message, Place(route))
