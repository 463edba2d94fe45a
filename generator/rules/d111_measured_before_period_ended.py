"""Check D111: measured before the period ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import span, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D111",
    Severity.WARNING,
    Text("期间未结束就有测量值", "measured before the period ended"),
    page(
        Text(
            "测量期间的最后一日晚于数据截止日，却已有数值。",
            "The period ends after the as-of date, yet it has a value.",
        ),
        Text(
            "未结束期间的数值还会变，不能用来评分。",
            "The value of a period that still runs will change and cannot be scored.",
        ),
        "project: {as_of: 2026-03-15}\nmeasurements: [{kpi: sales, period: 2026-Q1, value: 60}]",
        "project: {as_of: 2026-03-31}\nmeasurements: [{kpi: sales, period: 2026-Q1, value: 96.5}]",
        Text("改正期间，更新截止日，或等期间结束。", "Correct the period, move as_of on, or wait."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each value of a period that has not ended."""
    as_of = project.project.as_of
    for index, entry in enumerate(project.measurements):
        last = span(entry.period)[1]
        if entry.value is not None and last > as_of:
            message = Text(
                f"{entry.kpi} 的期间 {written(entry.period)} 到 {last} 才结束，截止日是 {as_of}",
                f"{entry.kpi}: {written(entry.period)} ends on {last}, after the as-of date {as_of}",
            )
            yield found(CODE, message, Place(("measurements", index, "period")))
