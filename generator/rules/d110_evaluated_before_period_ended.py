"""Check D110: evaluated before the period ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import span, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D110",
    Severity.WARNING,
    Text("期间未结束就评价", "evaluated before the period ended"),
    page(
        Text(
            "评价日期早于评价期间的最后一日。", "The evaluation is dated before the last day of its period."
        ),
        Text(
            "数据还不完整，评价结果容易被乙方否认。",
            "The data are not complete, and Party B may dispute the result.",
        ),
        "{id: ev-1, period: 2026-Q1, date: 2026-03-20}",
        "{id: ev-1, period: 2026-Q1, date: 2026-04-10}",
        Text("改正日期或期间，或等期间结束再评价。", "Correct date or period, or wait until it has ended."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation before the end of its period."""
    for index, evaluation in enumerate(project.evaluations):
        last = span(evaluation.period)[1]
        if evaluation.date < last:
            message = Text(
                f"评价日期 {evaluation.date} 早于期间 {written(evaluation.period)} 的最后一日 {last}",
                f"evaluated on {evaluation.date}, before {written(evaluation.period)} ended on {last}",
            )
            yield found(CODE, message, Place(("evaluations", index, "date")))
