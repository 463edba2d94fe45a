"""Check K111: one period evaluated twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Period
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "K111",
    Severity.ERROR,
    Text("同一期间评价两次", "one period evaluated twice"),
    page(
        Text("一个期间只有一份评价。", "A period has one evaluation."),
        Text(
            "两份评价得分不同，就不知道以哪一份为准。",
            "Two evaluations may differ, and nobody knows which counts.",
        ),
        "[{id: ev-1, period: 2026-Q1}, {id: ev-2, period: 2026-Q1}]",
        "[{id: ev-1, period: 2026-Q1}, {id: ev-2, period: 2026-Q2}]",
        Text("合并，或改正期间。", "Merge them, or correct the period."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation after the first of its period."""
    first: dict[Period, int] = {}
    for index, evaluation in enumerate(project.evaluations):
        earlier = first.setdefault(evaluation.period, index)
        if earlier != index:
            other = project.evaluations[earlier].id
            message = Text(
                f"{written(evaluation.period)} 已有评价 {other}",
                f"{written(evaluation.period)} has the evaluation {other} already",
            )
            related = [see("另一份评价", "the other one", ("evaluations", earlier, "period"))]
            yield found(CODE, message, Place(("evaluations", index, "period")), related=related)
