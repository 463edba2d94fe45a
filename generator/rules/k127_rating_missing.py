"""Check K127: an evaluator has not rated."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K127",
    Severity.WARNING,
    Text("评价人没有打分", "an evaluator has not rated"),
    page(
        Text(
            "评分类指标有人打了分，也有评价人没有打。",
            "Some evaluators have rated a KPI, others have not.",
        ),
        Text(
            "平均分只按打了分的人计算，少一人可能改变等级。",
            "The mean is of those who did; one less may change the grade.",
        ),
        "evaluators: [zhou, wu]\nratings: [{evaluator: zhou, kpi: service, score: 85}]",
        "evaluators: [zhou, wu]\nratings:\n  - {evaluator: zhou, kpi: service, score: 85}\n  - {evaluator: wu, kpi: service, score: 80}",
        Text(
            "补上打分；回避的，不列为评价人。",
            "Add the rating; who stands aside is no evaluator.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluator who has not rated what others have."""
    rated = [kpi for kpi in project.kpis if kpi.scoring is Scoring.RATED]
    for index, evaluation in enumerate(project.evaluations):
        for kpi in rated:
            given = {one.evaluator for one in evaluation.ratings if one.kpi == kpi.id}
            lacking = [one for one in evaluation.evaluators if given and one not in given]
            if lacking:
                message = Text(
                    f"“{kpi.name}”没有 {'、'.join(lacking)} 的打分",
                    f"'{kpi.name}' is not rated by {', '.join(lacking)}",
                )
                yield found(CODE, message, Place(("evaluations", index, "evaluators")))
