"""Check M154: a better grade costs more."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Grade
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M154",
    Severity.WARNING,
    Text("较高等级扣减得更多", "a better grade costs more"),
    page(
        Text(
            "等级越高，款项增减应当越有利于受款方。",
            "The better the grade, the better for the party that is paid.",
        ),
        Text(
            "倒挂多半是写错，会使考核失去意义。",
            "The other way round is most often a slip and defeats the assessment.",
        ),
        "grades: [{label: 优秀, effect: {deduct_percent: 2}}, {label: 合格}]",
        "grades: [{label: 优秀}, {label: 不合格, effect: {deduct_percent: 5}}]",
        Text("更正比例或者等级。", "Correct the percentage or the grade."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each grade that takes more, or gives less, than the next lower one."""
    ranked = sorted(enumerate(project.assessment.grades), key=lambda pair: pair[1].min, reverse=True)
    for (at, better), (_, worse) in pairwise(ranked):
        if _gain(better) < _gain(worse):
            message = Text(
                f"“{better.label}”比“{worse.label}”得到的款项少",
                f"“{better.label}” is paid less than “{worse.label}”",
            )
            yield found(CODE, message, Place(("assessment", "grades", at)))


def _gain(grade: Grade) -> Decimal:
    """Return what a grade adds to the fee in percent."""
    effect = grade.effect
    return (
        ((effect.bonus_percent or Decimal(0)) - (effect.deduct_percent or Decimal(0)))
        if effect
        else Decimal(0)
    )
