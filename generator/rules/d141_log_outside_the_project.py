"""Check D141: a log entry outside the project."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D141",
    Severity.WARNING,
    Text("日志的日期不在项目期间", "a log entry outside the project"),
    page(
        Text(
            "日志日期在合同签订前，或者晚于数据截止日。",
            "The day is before the signing or after the as-of date.",
        ),
        Text("不在期间内的日志不会进入任何一期月度报告。", "Such an entry is in no monthly report."),
        "{date: 2027-03-01}",
        "{date: 2026-03-01}",
        Text("更正日期。", "Correct the day."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each log entry before the signing (or the term, where unsigned) or after the as-of date."""
    begin = project.contract.signing_date or project.contract.term.start
    begin = min(begin, project.contract.term.start)
    for at, one in enumerate(project.log):
        if not begin <= one.date <= project.project.as_of:
            message = Text(
                f"{one.id} 的日期 {one.date} 不在项目期间", f"{one.date} of {one.id} is outside the project"
            )
            yield found(CODE, message, Place(("log", at, "date")))
