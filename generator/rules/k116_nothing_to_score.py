"""Check K116: an evaluation without anything to score."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import PERIODS, written
from generator.derive.score import evaluate
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K116",
    Severity.ERROR,
    Text("评价没有可计分的指标", "an evaluation without anything to score"),
    page(
        Text(
            "评价期间内至少有一项权重大于零的指标有数值。",
            "In the period of an evaluation at least one KPI with a weight has a value.",
        ),
        Text(
            "全部缺测时没有可折算的权重，算出的0分和最低等级不反映乙方的履行情况，据此处罚没有依据。",
            "With nothing measured there is no weight to scale: 0 points and the lowest grade would say nothing about "
            "the performance, and no consequence could rest on them.",
        ),
        "measurements:\n  - {kpi: sales, period: 2026-Q1, missing: no_data}\n"
        "evaluations: [{id: ev-1, period: 2026-Q1}]   # sales is the only KPI",
        "measurements:\n  - {kpi: sales, period: 2026-Q1, value: 96.5}\n"
        "evaluations: [{id: ev-1, period: 2026-Q1}]",
        Text("补上测量值，或删去这期评价。", "Add a value, or delete the evaluation."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation of a period of the cycle of which every KPI is without value or weight."""
    cycle = PERIODS[project.assessment.frequency]
    for index, evaluation in enumerate(project.evaluations):
        if evaluation.period.kind is cycle and not evaluate(project, evaluation).scored:
            period = written(evaluation.period)
            message = Text(
                f"{period} 的评价没有任何可计分的指标，不能得出总分和等级",
                f"nothing can be scored in the evaluation of {period}: there is no total and no grade",
            )
            yield found(CODE, message, Place(("evaluations", index, "period")))
