"""The rolling score is the weighted sum of the totals, and nothing that is not there counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from generator.derive.rolling import Rolling, rolling
from generator.derive.score import evaluate
from generator.model.project import Project

D = Decimal


def found(project: Project, index: int, *weights: str) -> Rolling | None:
    assessment = replace(project.assessment, rolling=tuple(D(one) for one in weights))  # type: ignore[type-var]
    changed = replace(project, assessment=assessment)  # type: ignore[type-var]
    evaluation = changed.evaluations[index]
    return rolling(changed, evaluation, evaluate(changed, evaluation))


def test_three_periods(agency: Project) -> None:
    totals = [evaluate(agency, one).total for one in agency.evaluations]
    made = found(agency, 2, "50", "30", "20")
    assert made is not None
    assert [one.total for one in made.shares] == totals[::-1]
    parts = [
        (total * weight / 100).quantize(D("0.01"), ROUND_HALF_UP)
        for total, weight in zip(totals[::-1], (50, 30, 20), strict=True)
    ]
    assert made.score == sum(parts)
    assert made.counted == 100


def test_earlier_periods_without_evaluation_give_their_weight_away(agency: Project) -> None:
    made = found(agency, 1, "50", "30", "20")
    assert made is not None
    assert [one.weight for one in made.shares] == [D("62.50"), D("37.50")]
    assert made.counted == 80


def test_the_first_period_stands_alone(agency: Project) -> None:
    made = found(agency, 0, "50", "30", "20")
    assert made is not None
    assert made.score == evaluate(agency, agency.evaluations[0]).total
    assert found(agency, 0) is None
    assert found(agency, 0, "0", "100") is None


def test_a_gap_counts_as_a_period(agency: Project) -> None:
    gap = replace(agency, evaluations=(agency.evaluations[0], agency.evaluations[2]))  # type: ignore[type-var]
    made = found(gap, 1, "50", "30", "20")
    assert made is not None
    assert [one.agreed for one in made.shares] == [50, 20]
