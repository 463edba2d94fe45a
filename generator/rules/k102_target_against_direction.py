"""Check K102: target contradicts direction."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.score import method
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Direction
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "K102",
    Severity.ERROR,
    Text("目标值与方向矛盾", "target contradicts direction"),
    page(
        Text(
            "越高越好时目标值要高于底线值，越低越好时要低于底线值。",
            "Where higher is better the target lies above the floor; where lower is better, below it.",
        ),
        Text(
            "写反了，表现越差得分越高；相等则线性评分无从计算。",
            "The wrong way round, worse results score higher; if equal, a linear score cannot be computed.",
        ),
        "{id: complaints, direction: lower, target: 5, floor: 1}",
        "{id: complaints, direction: lower, target: 1, floor: 5}",
        Text("对调目标值和底线值，或改方向。", "Exchange target and floor, or change the direction."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each KPI whose target is not better than its floor."""
    for index, kpi in enumerate(project.kpis):
        higher = kpi.direction is Direction.HIGHER
        better = kpi.target > kpi.floor if higher else kpi.target < kpi.floor
        if not better and not (method(kpi) is Scoring.PASS_FAIL and kpi.target == kpi.floor):
            which = Text("越高越好", "higher") if higher else Text("越低越好", "lower")
            message = Text(
                f"“{kpi.name}”{which.zh}，目标值 {plain(kpi.target)} 却不优于底线值 {plain(kpi.floor)}",
                f"'{kpi.name}': {which.en} is better, yet the target {plain(kpi.target)} is no better than "
                f"the floor {plain(kpi.floor)}",
            )
            floor = see("底线值", "the floor", ("kpis", index, "floor"))
            yield found(CODE, message, Place(("kpis", index, "target")), related=[floor])
