"""Check K121: target or floor does not fit the scoring."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.score import score
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K121",
    Severity.ERROR,
    Text("目标值或者底线值与评分规则不符", "target or floor does not fit the scoring"),
    page(
        Text(
            "按次扣分的指标越低越好，目标值不高于免扣次数，底线值是刚好扣完的次数；评分的指标目标值是100，底线值是0。",
            "With deduction lower is better, the target is within the free events and the floor is where nothing is left; a rated KPI has 100 and 0.",
        ),
        Text(
            "合同附件印目标值（满分）和零分值；与扣分规则算出的不同，同一数值就有两个得分。",
            "The contract prints target (full score) and floor (zero); if the deduction says otherwise one value has two scores.",
        ),
        "{scoring: deduction, points_per_event: 10, direction: lower, target: 0, floor: 5}",
        "{scoring: deduction, points_per_event: 10, direction: lower, target: 0, floor: 10}",
        Text(
            "改目标值和底线值，或改每次扣分。",
            "Change target and floor, or the points.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each end of a scale at which the score is another one."""
    for index, kpi in enumerate(project.kpis):
        if kpi.scoring not in (Scoring.DEDUCTION, Scoring.RATED):
            continue
        for key, zh, value, due in (("target", "目标值", kpi.target, 100), ("floor", "底线值", kpi.floor, 0)):
            points = score(kpi, value)[0]
            if points != due:
                message = Text(
                    f"“{kpi.name}”的{zh}是 {plain(value)}，按评分规则得 {plain(points)} 分，应为 {due} 分",
                    f"at the {key} {plain(value)} '{kpi.name}' scores {plain(points)}, not {due}",
                )
                yield found(CODE, message, Place(("kpis", index, key)))
