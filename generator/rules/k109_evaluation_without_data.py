"""Check K109: evaluation without measurements."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import MONTHS, PERIODS, written
from generator.derive.readings import readings
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K109",
    Severity.ERROR,
    Text("评价期间没有测量值", "evaluation without measurements"),
    page(
        Text(
            "已有评价的期间，每项指标在该期间内都要有测量值或缺测原因。",
            "For a period with an evaluation every KPI has a value or a reason in that period.",
        ),
        Text(
            "评价表要逐项打印实际值和得分，缺一项就是空白。",
            "The evaluation form prints value and score of each KPI: without it there is a blank.",
        ),
        "kpis: [{id: sales}, {id: service}]\nmeasurements: [{kpi: sales, period: 2026-Q1, value: 96.5}]\n"
        "evaluations: [{id: ev-1, period: 2026-Q1}]",
        "kpis: [{id: sales}, {id: service}]\nmeasurements:\n"
        "  - {kpi: sales, period: 2026-Q1, value: 96.5}\n"
        "  - {kpi: service, period: 2026-Q1, missing: not_applicable}\n"
        "evaluations: [{id: ev-1, period: 2026-Q1}]",
        Text("补上测量值，或写 missing。", "Add the measurement, or one with missing."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation whose period lacks data of a KPI measured at least as often."""
    for index, evaluation in enumerate(project.evaluations):
        measured = {one.kpi for one in readings(project, evaluation.period)}
        measured |= {one.kpi for one in evaluation.ratings}
        lacking = [
            kpi.name
            for kpi in project.kpis
            if kpi.id not in measured and MONTHS[PERIODS[kpi.frequency]] <= MONTHS[evaluation.period.kind]
        ]
        if lacking:
            message = Text(
                f"{written(evaluation.period)} 的评价缺少测量值：{'、'.join(lacking)}",
                f"the evaluation of {written(evaluation.period)} lacks values of: {', '.join(lacking)}",
            )
            yield found(CODE, message, Place(("evaluations", index, "period")))
