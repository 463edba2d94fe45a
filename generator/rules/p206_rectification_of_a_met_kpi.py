"""Check P206: a notice names a KPI that met its target."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.score import Line, evaluate
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Direction
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P206",
    Severity.WARNING,
    Text("整改通知所列指标其实达到了目标", "a notice names a KPI that met its target"),
    page(
        Text(
            "通知书引用的评价中，该指标达到目标值。",
            "In the evaluation that the notice names, the KPI met its target.",
        ),
        Text(
            "通知书会印出目标值和实际值，乙方一看就会异议。",
            "The notice prints target and value, and Party B will object at once.",
        ),
        "kpi: collection（实际 96，目标 95）",
        "kpi: complaints",
        Text("换成没有达到的指标，或者删去 kpi。", "Name a KPI that was missed or leave it out."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each problem of a notice whose KPI met its target in the evaluation named."""
    for at, one in enumerate(project.rectifications):
        evaluation = next((each for each in project.evaluations if each.id == one.evaluation), None)
        lines = {line.kpi.id: line for line in evaluate(project, evaluation).lines} if evaluation else {}
        for index, problem in enumerate(one.problems):
            line = lines.get(problem.kpi or "")
            if line is not None and _met(line):
                message = Text(
                    f"指标“{line.kpi.name}”已达到目标", f"the KPI “{line.kpi.name}” met its target"
                )
                yield found(CODE, message, Place(("rectifications", at, "problems", index, "kpi")))


def _met(line: Line) -> bool:
    if line.actual is None:
        return False
    higher = line.kpi.direction is Direction.HIGHER
    return line.actual >= line.kpi.target if higher else line.actual <= line.kpi.target
