"""The score of an evaluation, every step kept, so that a reader can add it up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.derive.money import HUNDRED, largest_remainder
from generator.derive.periods import PERIODS, span
from generator.locale import number
from generator.model.common import Direction, Period
from generator.model.performance import Adjustment, Evaluation, Grade, Kpi, MissingValue, Scoring
from generator.model.project import Project

CENT = Decimal("0.01")
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """One KPI of an evaluation. ``missing`` says why it does not count; ``weight`` is then zero.

    ``actual`` is the mean of ``values`` (measurements within the period), ``score`` runs from 0 to 100, ``weight`` is
    in percent after re-weighting, ``weighted`` = score × weight, all rounded half up to two decimals. ``formula`` is the
    arithmetic of the score as text.
    """

    kpi: Kpi
    values: tuple[tuple[Period, Decimal], ...]
    actual: Decimal | None
    missing: MissingValue | None
    note: str | None
    score: Decimal
    formula: str
    weight: Decimal
    weighted: Decimal


@dataclass(frozen=True, slots=True)
class Result:
    """What an evaluation comes to: ``subtotal`` is the sum of the weighted lines, ``total`` is kept within 0 and 100."""

    lines: tuple[Line, ...]
    subtotal: Decimal
    adjustments: tuple[Adjustment, ...]
    unclamped: Decimal
    total: Decimal
    reweighted: bool
    vetoed: bool
    grade: Grade


def evaluate(project: Project, evaluation: Evaluation) -> Result:
    """Return the result of ``evaluation`` by the project's KPIs, measurements and grades."""
    lines = _lines(project, evaluation.period)
    subtotal = sum((line.weighted for line in lines), ZERO)
    unclamped = subtotal + sum((item.points for item in evaluation.adjustments), ZERO)
    total = _rounded(min(max(unclamped, ZERO), HUNDRED))
    vetoed = bool(evaluation.vetoes)
    grades = project.assessment.grades
    grade = min(grades, key=lambda one: one.min) if vetoed else grade_of(total, grades)
    reweighted = any(line.missing for line in lines)
    return Result(lines, subtotal, evaluation.adjustments, unclamped, total, reweighted, vetoed, grade)


def grade_of(total: Decimal, grades: Sequence[Grade]) -> Grade:
    """Return the one grade whose lower bound is the highest not above ``total``; the lowest where none is."""
    reached = [grade for grade in grades if grade.min <= total]
    return max(reached, key=lambda one: one.min) if reached else min(grades, key=lambda one: one.min)


def score(kpi: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    """Return the score of ``actual`` (0 to 100, two decimals, half up) and its arithmetic as text."""
    if kpi.scoring is Scoring.PASS_FAIL:
        return _pass_fail(kpi, actual)
    if kpi.scoring is Scoring.BANDS:
        return _banded(kpi, actual)
    return _linear(kpi, actual)


def _linear(kpi: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    if kpi.direction is Direction.HIGHER:
        above, whole = actual - kpi.floor, kpi.target - kpi.floor
        text = (
            f"({number(actual)} − {number(kpi.floor)}) ÷ ({number(kpi.target)} − {number(kpi.floor)}) × 100"
        )
    else:
        above, whole = kpi.floor - actual, kpi.floor - kpi.target
        text = (
            f"({number(kpi.floor)} − {number(actual)}) ÷ ({number(kpi.floor)} − {number(kpi.target)}) × 100"
        )
    if whole <= 0:  # the checks refuse it; the ends still mean what they say
        reached = above >= 0
        return (HUNDRED if reached else ZERO), text
    exact = _rounded(_WIDE.divide(above * HUNDRED, whole))
    clamped = min(max(exact, ZERO), HUNDRED)
    result = f"{text} = {number(exact)}"
    return clamped, result if clamped == exact else f"{result} → {number(clamped)}"


def _pass_fail(kpi: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    reached = actual >= kpi.target if kpi.direction is Direction.HIGHER else actual <= kpi.target
    sign = {(True, True): "≥", (True, False): "<", (False, True): "≤", (False, False): ">"}[
        (kpi.direction is Direction.HIGHER, reached)
    ]
    result = HUNDRED if reached else ZERO
    return result, f"{number(actual)} {sign} {number(kpi.target)} → {number(result)}"


def _banded(kpi: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    higher = kpi.direction is Direction.HIGHER
    for band in sorted(kpi.bands, key=lambda one: one.at, reverse=higher):
        if actual >= band.at if higher else actual <= band.at:
            sign = "≥" if higher else "≤"
            return _rounded(band.score), f"{number(actual)} {sign} {number(band.at)} → {number(band.score)}"
    return ZERO, f"{number(actual)} → 0"


def _lines(project: Project, period: Period) -> tuple[Line, ...]:
    drafts = [_measured(project, kpi, period) for kpi in project.kpis]
    counted = [draft.kpi.weight if draft.missing is None else ZERO for draft in drafts]
    total = sum(counted, ZERO)
    weights: Sequence[Decimal] = counted
    if total and total != HUNDRED:
        weights = largest_remainder([_WIDE.divide(weight * HUNDRED, total) for weight in counted], CENT)
    return tuple(_weighted(draft, weight) for draft, weight in zip(drafts, weights, strict=True))


def _weighted(line: Line, weight: Decimal) -> Line:
    weighted = _rounded(line.score * weight / HUNDRED)
    return Line(
        line.kpi,
        line.values,
        line.actual,
        line.missing,
        line.note,
        line.score,
        line.formula,
        weight,
        weighted,
    )


def _measured(project: Project, kpi: Kpi, period: Period) -> Line:
    first, last = span(period)
    within = [
        measurement
        for measurement in project.measurements
        if measurement.kpi == kpi.id
        and measurement.period.kind is PERIODS.get(kpi.frequency)
        and first <= span(measurement.period)[0]
        and span(measurement.period)[1] <= last
    ]
    values = tuple((one.period, one.value) for one in within if one.value is not None)
    note = "；".join(dict.fromkeys(one.note for one in within if one.note)) or None
    if not values:
        reasons = [one.missing for one in within if one.missing]
        longer = _length(project, kpi) > (last - first).days + 1
        missing = reasons[0] if reasons else MissingValue.NOT_APPLICABLE if longer else MissingValue.NO_DATA
        return Line(kpi, (), None, missing, note, ZERO, "", ZERO, ZERO)
    actual = values[0][1]
    if len(values) > 1:
        actual = _rounded(_WIDE.divide(sum((value for _, value in values), ZERO), Decimal(len(values))))
    points, formula = score(kpi, actual)
    return Line(kpi, values, actual, None, note, _rounded(points), formula, ZERO, ZERO)


def _length(project: Project, kpi: Kpi) -> int:
    kind = PERIODS.get(kpi.frequency)
    if kind is None:
        return 0
    first, last = span(Period(project.project.as_of.year, kind, 1))
    return (last - first).days + 1


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, context=_WIDE)
