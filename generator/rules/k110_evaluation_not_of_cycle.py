"""Check K110: evaluation is not of the cycle."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import PERIODS, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "K110",
    Severity.ERROR,
    Text("评价期间与考核周期不符", "evaluation is not of the cycle"),
    page(
        Text(
            "考核规则约定了周期，评价的期间要与之一致。",
            "The assessment rules set a cycle; the period of an evaluation is one of it.",
        ),
        Text(
            "不按约定周期评价，结果难以用于扣款、续约。",
            "A result outside the agreed cycle is hard to use for deductions or renewal.",
        ),
        "assessment: {frequency: quarterly}\nevaluations: [{id: ev-1, period: 2026-03}]",
        "assessment: {frequency: quarterly}\nevaluations: [{id: ev-1, period: 2026-Q1}]",
        Text("改正期间，或改考核周期。", "Correct the period or the cycle."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation of a period of another kind."""
    cycle = project.assessment.frequency
    for index, evaluation in enumerate(project.evaluations):
        if evaluation.period.kind is not PERIODS[cycle]:
            message = Text(
                f"考核周期是 {cycle}，评价期间却是 {written(evaluation.period)}",
                f"the cycle is {cycle}, but the evaluation is of {written(evaluation.period)}",
            )
            related = [see("考核周期", "the cycle", ("assessment", "frequency"))]
            yield found(CODE, message, Place(("evaluations", index, "period")), related=related)
