"""Check P162: report without a due day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import PERIODS, written
from generator.derive.reporting import due_day
from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.project import Project
from generator.model.report import Report
from generator.rules.support import page

CODE = Code(
    "P162",
    Severity.ERROR,
    Text("报告没有写明应交日", "report without a due day"),
    page(
        Text(
            "每份报告写 due（within 和 day 二选一）或者 due_rule，只写一个；没有 due 的，每条收到记录都写应交日；due 只用于按月、季、半年、年的报告。",
            "Each report has either due (within or day) or due_rule; without due each record has its day; due is for reports by month, quarter, half-year or year.",
        ),
        Text(
            "没有应交日，就查不出迟交和漏交；写两次的，合同和催交依据会不一致。",
            "Without a day nobody can tell what is late; with two, contract and reminder differ.",
        ),
        "{id: monthly-report, frequency: monthly, due: {day: 5, within: 3 working days}}",
        "{id: monthly-report, frequency: monthly, due: {day: 5}}",
        Text("补上或者删去所指的键。", "Add or delete the key named."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each report whose days are not said, or said twice."""
    for index, report in enumerate(project.reports):
        for route, zh, en in _wrong(report):
            message = Text(f"{report.name}：{zh}", f"'{report.name}': {en}")
            yield found(CODE, message, Place(("reports", index, *route), "key"))


def _wrong(report: Report) -> Iterator[tuple[Route, str, str]]:
    rule = report.due
    if (rule is None) == (report.due_rule is None):
        yield (), "due 和 due_rule 要写一个，只写一个", "it needs due or due_rule, one of them"
    elif rule and (rule.within is None) == (rule.day is None):
        yield ("due",), "within 和 day 要写一个，只写一个", "it needs within or day, one of them"
    elif rule and report.frequency not in PERIODS:
        yield (
            ("due",),
            f"{report.frequency} 报告不能用 due 推算",
            f"due computes no {report.frequency} report",
        )
    for at, one in enumerate(report.received):
        if one.due is None and due_day(rule, one.period) is None:
            yield (
                ("received", at),
                f"{written(one.period)} 没有应交日",
                f"{written(one.period)} has no due day",
            )
