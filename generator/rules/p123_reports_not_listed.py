"""Check P123: reports agreed but not listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.contract import ReportingMode
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "P123",
    Severity.WARNING,
    Text("约定定期报告却没有列出", "reports agreed but not listed"),
    page(
        Text(
            "合同约定定期报告（reporting: interval），却没有列出要交的书面报告（reports）。",
            "The contract asks for reports at intervals, but no written report is listed (reports).",
        ),
        Text(
            "没有名称、时间和接收人，收没收到都查不出来。",
            "Without name, time and recipient nobody can tell what is missing.",
        ),
        "contract: {work: {reporting: interval, report_interval: 月}}\nreports: []",
        "contract: {work: {reporting: interval, report_interval: 月}}\n"
        "reports: [{id: monthly-report, name: 月度销售报告, frequency: monthly, due_rule: 次月5日前, "
        "recipient: zhou}]",
        Text("列出报告，或改报告方式。", "List the reports, or change the way of reporting."),
    ),
    (civil_code("第九百二十四条", "受托人应当按照委托人的要求，报告委托事务的处理情况。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when reports are due at intervals and none is listed."""
    work = project.contract.work
    if work and work.reporting is ReportingMode.INTERVAL and not project.reports:
        message = Text(
            "约定了定期报告，没有列出书面报告（reports）", "reports are due at intervals, but none is listed"
        )
        yield found(CODE, message, Place(("contract", "work", "reporting")))
