"""The rolling score: the totals of the last periods, each with its agreed weight."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.derive.money import HUNDRED, largest_remainder
from generator.derive.periods import MONTHS
from generator.derive.score import CENT, Result, evaluate
from generator.model.common import Period
from generator.model.performance import Evaluation
from generator.model.project import Project
from generator.model.value import record


@record
class Share:
    """One period's ``total`` and its part in the rolling score: ``agreed`` and ``weight`` in percent.

    ``weighted`` = total × weight, rounded half up to two decimals.
    """

    period: Period
    total: Decimal
    agreed: Decimal
    weight: Decimal
    weighted: Decimal


@record
class Rolling:
    """The rolling score: the sum of its ``shares``, the latest first.

    Where earlier periods have no evaluation the weights of the others are scaled from ``counted`` to 100.
    """

    shares: tuple[Share, ...]
    counted: Decimal
    score: Decimal


def rolling(project: Project, evaluation: Evaluation, result: Result) -> Rolling | None:
    """Return the rolling score up to ``evaluation``, whose result is ``result``; ``None`` where none is agreed."""
    agreed = project.assessment.rolling
    if not agreed or not result.scored:
        return None
    found: list[tuple[Period, Decimal, Decimal]] = []
    by_age = {
        _age(evaluation.period, one.period): one for one in project.evaluations if _alike(one, evaluation)
    }
    for age, weight in enumerate(agreed):
        one = by_age.get(age)
        past = result if one == evaluation else evaluate(project, one) if one else None
        if one and past and past.scored and weight:
            found.append((one.period, past.total, weight))
    counted = sum((weight for *_, weight in found), Decimal(0))
    if not counted:
        return None
    weights = [weight for *_, weight in found]
    if counted != HUNDRED:
        weights = list(largest_remainder([weight * HUNDRED / counted for weight in weights], CENT))
    shares = tuple(
        Share(period, total, given, weight, _part(total, weight))
        for (period, total, given), weight in zip(found, weights, strict=True)
    )
    return Rolling(shares, counted, sum((one.weighted for one in shares), Decimal(0)))


def _alike(one: Evaluation, other: Evaluation) -> bool:
    return one.period.kind is other.period.kind


def _age(now: Period, then: Period) -> int:
    """Return how many periods ``then`` lies before ``now``; both are of one kind."""
    return (now.year - then.year) * (12 // MONTHS[now.kind]) + now.number - then.number


def _part(total: Decimal, weight: Decimal) -> Decimal:
    return (total * weight / HUNDRED).quantize(CENT, ROUND_HALF_UP)
