"""Check P114: written report not received."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import HELD, written
from generator.derive.reporting import ReportState, expected
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, counted, page

CODE = Code(
    "P114",
    Severity.WARNING,
    Text("书面报告逾期未交", "written report not received"),
    page(
        Text(
            "报告的应交日早于数据截止日，没有收到日期。",
            "A report was due before the as-of date and has not been received.",
        ),
        Text(
            "受托人应当按要求报告；不催告、不记录，日后难以主张。",
            "Party B must report as asked; without a reminder on record it is hard to claim.",
        ),
        "project: {as_of: 2026-03-31}\nreceived: [{period: 2026-02, due: 2026-03-05}]",
        "project: {as_of: 2026-03-31}\n"
        "received: [{period: 2026-02, due: 2026-03-05, received_on: 2026-03-04}]",
        Text("收到的写 received_on，没收到的书面催交。", "Write received_on, or ask for it in writing."),
    ),
    (civil_code("第九百二十四条", "受托人应当按照委托人的要求，报告委托事务的处理情况。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each report that is late and not received; one that was returned is not received."""
    as_of = project.project.as_of
    for index, report in enumerate(project.reports):
        for one in expected(project, index, as_of):
            if one.state is ReportState.MISSING and (one.receipt or project.project.state in HELD):
                days = (as_of - one.due.day).days
                message = Text(
                    f"{report.name}（{written(one.period)}）应于 {one.due.day} 提交，已逾期 {days} 天",
                    f"'{report.name}' of {written(one.period)} was due on {one.due.day}, {counted(days, 'day')} ago",
                )
                key = "due" if one.receipt is None or one.receipt.due else "period"
                yield found(CODE, message, Place((*one.route, key)))
