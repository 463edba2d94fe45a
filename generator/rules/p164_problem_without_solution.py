"""Check P164: a reported problem without a solution."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.report import ReportVerdict
from generator.rules.support import counted, page

CODE = Code(
    "P164",
    Severity.WARNING,
    Text("报告了问题却没有解决方案", "a reported problem without a solution"),
    page(
        Text(
            "已交报告写了存在问题（problems），却没有解决方案（solutions）。",
            "A report names problems, but no solutions.",
        ),
        Text(
            "只报问题不报措施的报告应当退回补充，否则风险没有人处理。",
            "A report of problems alone is to be returned, or nobody deals with them.",
        ),
        "submitted: {by: chen, problems: [两家客户逾期]}",
        "submitted: {by: chen, problems: [两家客户逾期], solutions: [逐户约定还款日]}",
        Text(
            "请乙方补充解决方案，或者退回报告（verdict: returned）。",
            "Ask Party B for solutions, or return the report (verdict: returned).",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each report with problems and no solutions that was not returned."""
    for index, report in enumerate(project.reports):
        for at, one in enumerate(report.received):
            given = one.submitted
            if (
                given
                and given.problems
                and not given.solutions
                and given.verdict is not ReportVerdict.RETURNED
            ):
                message = Text(
                    f"{report.name}（{written(one.period)}）写了{len(given.problems)}个问题，没有解决方案",
                    f"'{report.name}' of {written(one.period)} names {counted(len(given.problems), 'problem')}, no solution",
                )
                route = ("reports", index, "received", at, "submitted", "problems")
                yield found(CODE, message, Place(route, "key"))
