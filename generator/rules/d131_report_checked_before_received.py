"""Check D131: report checked before it was received."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D131",
    Severity.ERROR,
    Text("报告在收到之前审阅", "report checked before it was received"),
    page(
        Text(
            "报告的审阅日（checked_on）不早于收到日（received_on）；有审阅意见（verdict）的，已经收到。",
            "A report is not checked before it was received, and has no verdict before it came.",
        ),
        Text("日期矛盾的记录不能作为履行证据。", "A record that contradicts itself is no evidence."),
        "{received_on: 2026-04-03, submitted: {by: chen, checked_on: 2026-04-01}}",
        "{received_on: 2026-04-03, submitted: {by: chen, checked_on: 2026-04-07}}",
        Text("改正日期，或者补上收到日。", "Correct the day, or add received_on."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each report that was judged before it came."""
    for index, report in enumerate(project.reports):
        for at, one in enumerate(report.received):
            given = one.submitted
            if given is None or (given.verdict is None and given.checked_on is None):
                continue
            if one.received_on is None or (given.checked_on and given.checked_on < one.received_on):
                message = Text(
                    f"{report.name}（{written(one.period)}）在收到之前就有审阅意见",
                    f"'{report.name}' of {written(one.period)} was judged before it was received",
                )
                key = "checked_on" if given.checked_on else "verdict"
                route = ("reports", index, "received", at, "submitted", key)
                yield found(CODE, message, Place(route))
