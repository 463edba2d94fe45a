"""Check K126: a rating by or of the wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K126",
    Severity.ERROR,
    Text("评分的人或者指标不对", "a rating by or of the wrong one"),
    page(
        Text(
            "打分的人是本期评价小组成员，打分的指标是评分类指标，一人对一项只打一次分。",
            "Ratings are by evaluators of the period, of KPIs that are rated, one by each.",
        ),
        Text(
            "外人的分、重复的分会改变平均分；对其他指标的打分不起作用。",
            "Ratings of others, or given twice, change the mean; those of other KPIs have no effect.",
        ),
        "evaluators: [zhou]\nratings: [{evaluator: wu, kpi: service, score: 85}]",
        "evaluators: [zhou, wu]\nratings: [{evaluator: wu, kpi: service, score: 85}]",
        Text(
            "补上评价人，或删去这一评分。",
            "Add the evaluator, or delete the rating.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each rating that must not count."""
    rated = {kpi.id for kpi in project.kpis if kpi.scoring is Scoring.RATED}
    for index, evaluation in enumerate(project.evaluations):
        seen = set[tuple[str, str]]()
        for at, one in enumerate(evaluation.ratings):
            route = ("evaluations", index, "ratings", at)
            if one.evaluator not in evaluation.evaluators:
                message = Text(
                    f"{one.evaluator} 不是本期评价人", f"{one.evaluator} is no evaluator of the period"
                )
                yield found(CODE, message, Place((*route, "evaluator")))
            if one.kpi not in rated:
                message = Text(f"{one.kpi} 不是评分类指标", f"{one.kpi} is not rated")
                yield found(CODE, message, Place((*route, "kpi")))
            if (one.evaluator, one.kpi) in seen:
                message = Text(
                    f"{one.evaluator} 对 {one.kpi} 打分两次", f"{one.evaluator} rates {one.kpi} twice"
                )
                yield found(CODE, message, Place(route))
            seen.add((one.evaluator, one.kpi))
