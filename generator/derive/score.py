"""The score of an evaluation, every step kept, so that a reader can add it up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.derive.money import HUNDRED, largest_remainder
from generator.derive.periods import PERIODS, span, within
from generator.derive.readings import Reading, readings
from generator.locale import number
from generator.model.common import Direction, Period
from generator.model.performance import (
    Adjustment,
    Correction,
    Evaluation,
    Grade,
    Kpi,
    MissingValue,
    Rating,
    Scoring,
)
from generator.model.project import Project
from generator.model.value import record

CENT = Decimal("0.01")
_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
"""Wide enough for the quotient of any two numbers that the reader admits."""
ZERO = Decimal(0)


@record
class Line:
    """One KPI of an evaluation. ``missing`` says why it does not count; ``weight`` is then zero.

    ``measurements`` are those within the period, by time; ``unmeasured`` are the KPI's own periods in it without one
    (none for a KPI measured less often than evaluated, or rated). ``actual`` is the mean of the values or ratings,
    ``score`` runs from 0 to 100, ``weight`` is in percent after re-weighting, ``weighted`` = score × weight, all
    rounded half up to two decimals. ``formula`` is the arithmetic of the score as text. ``correction`` is what an
    appeal has changed: the line is then as corrected.
    """

    kpi: Kpi
    measurements: tuple[Reading, ...]
    unmeasured: tuple[Period, ...]
    actual: Decimal | None
    missing: MissingValue | None
    score: Decimal = ZERO
    formula: str = ""
    weight: Decimal = ZERO
    weighted: Decimal = ZERO
    ratings: tuple[Rating, ...] = ()
    correction: Correction | None = None

    @property
    def values(self) -> tuple[tuple[Period, Decimal], ...]:
        """Return the values that the mean is made of, each with its period."""
        return tuple((one.period, one.value) for one in self.measurements if one.value is not None)


@record
class Result:
    """What an evaluation comes to: ``subtotal`` is the sum of the weighted lines, ``total`` is kept within 0 and 100.

    ``bonus`` are the points that all bonuses add; ``bonus_max`` is their agreed limit where they exceed it, and counts
    instead. ``score_cap`` is what a veto keeps the total down to; ``vetoed`` says that one brings the lowest grade.
    Without ``scored`` no KPI with a weight has a value: total and grade then mean nothing and must not be shown.
    """

    lines: tuple[Line, ...]
    subtotal: Decimal
    adjustments: tuple[Adjustment, ...]
    unclamped: Decimal
    total: Decimal
    counted: Decimal
    vetoed: bool
    grade: Grade
    bonus: Decimal = ZERO
    bonus_max: Decimal | None = None
    score_cap: Decimal | None = None

    @property
    def scored(self) -> bool:
        """Return whether anything could be scored."""
        return self.counted > 0

    @property
    def reweighted(self) -> bool:
        """Return whether KPIs were left out, so that the agreed weights of the others add up to ``counted``."""
        return any(line.missing for line in self.lines)


def evaluate(project: Project, evaluation: Evaluation) -> Result:
    """Return the result of ``evaluation``: as corrected on appeal where that is decided."""
    return _evaluated(project, evaluation, corrections(evaluation))


def before_appeal(project: Project, evaluation: Evaluation) -> Result | None:
    """Return the result as it was before an appeal corrected it; ``None`` where none did."""
    return _evaluated(project, evaluation, {}) if corrections(evaluation) else None


def corrections(evaluation: Evaluation) -> dict[str, Correction]:
    """Return what a decided appeal has changed, by KPI."""
    appeal = evaluation.appeal
    return {one.kpi: one for one in appeal.corrections} if appeal and appeal.decided_on else {}


def _evaluated(project: Project, evaluation: Evaluation, corrected: Mapping[str, Correction]) -> Result:
    inside = _inside(project, evaluation.period)
    drafts = [_draft(kpi, evaluation, inside[kpi.id], corrected.get(kpi.id)) for kpi in project.kpis]
    counted = sum((line.kpi.weight for line in drafts if not line.missing), ZERO)
    lines = _weighted(drafts, counted)
    subtotal = sum((line.weighted for line in lines), ZERO)
    terms = project.assessment
    bonus = sum((one.points for one in evaluation.adjustments if one.points > 0), ZERO)
    malus = sum((one.points for one in evaluation.adjustments if one.points < 0), ZERO)
    limit = terms.bonus_max if terms.bonus_max is not None and bonus > terms.bonus_max else None
    unclamped = subtotal + (bonus if limit is None else limit) + malus
    total = _rounded(min(max(unclamped, ZERO), HUNDRED))
    caps = [_cap(project, one.veto) for one in evaluation.vetoes]
    cap = min((one for one in caps if one is not None), default=None)
    lower = cap if cap is not None and cap < total else None
    total = total if lower is None else _rounded(lower)
    vetoed = None in caps
    grade = min(terms.grades, key=lambda one: one.min) if vetoed else grade_of(total, terms.grades)
    return Result(
        lines, subtotal, evaluation.adjustments, unclamped, total, counted, vetoed, grade, bonus, limit, lower
    )


def _cap(project: Project, veto: str) -> Decimal | None:
    """Return what the veto keeps the total down to, ``None`` where it brings the lowest grade."""
    return next((one.score_cap for one in project.assessment.vetoes if one.id == veto), None)


def grade_of(total: Decimal, grades: Sequence[Grade]) -> Grade:
    """Return the one grade whose lower bound is the highest not above ``total``; the lowest where none is."""
    reached = [grade for grade in grades if grade.min <= total]
    return max(reached, key=lambda one: one.min) if reached else min(grades, key=lambda one: one.min)


def method(kpi: Kpi) -> Scoring:
    """Return by which rule the actual value is scored: for a formula the one that its result is scored by."""
    if kpi.scoring is Scoring.FORMULA:
        return Scoring(kpi.score_as) if kpi.score_as else Scoring.LINEAR
    return kpi.scoring


def score(kpi: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    """Return the score of ``actual`` (0 to 100, two decimals, half up) and its arithmetic as text."""
    return _METHODS[method(kpi)](kpi, actual)


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


def _deducted(kpi: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    each, free = kpi.points_per_event or ZERO, kpi.free_events or ZERO
    if actual <= free:
        return HUNDRED, f"{number(actual)} ≤ {number(free)} → 100"
    events = f"({number(actual)} − {number(free)})" if free else number(actual)
    exact = _rounded(HUNDRED - _WIDE.multiply(actual - free, each))
    text = f"100 − {events} × {number(each)} = {number(exact)}"
    return max(exact, ZERO), text if exact >= 0 else f"{text} → 0"


def _rated(_: Kpi, actual: Decimal) -> tuple[Decimal, str]:
    return _rounded(min(max(actual, ZERO), HUNDRED)), number(actual)


_METHODS = {
    Scoring.LINEAR: _linear,
    Scoring.PASS_FAIL: _pass_fail,
    Scoring.BANDS: _banded,
    Scoring.DEDUCTION: _deducted,
    Scoring.RATED: _rated,
}


def _inside(project: Project, period: Period) -> dict[str, list[Reading]]:
    """Return by KPI the readings of its frequency that lie within ``period``, by time."""
    inside: dict[str, list[Reading]] = {kpi.id: [] for kpi in project.kpis}
    kinds = {kpi.id: PERIODS.get(kpi.frequency) for kpi in project.kpis}
    for one in readings(project, period):
        if one.period.kind is kinds.get(one.kpi):
            inside[one.kpi].append(one)
    for found in inside.values():
        found.sort(key=lambda one: span(one.period))
    return inside


def _draft(kpi: Kpi, evaluation: Evaluation, found: Sequence[Reading], changed: Correction | None) -> Line:
    """Return a KPI's line before it is weighted, as an appeal has corrected it."""
    line = (
        _rating(kpi, evaluation, found)
        if kpi.scoring is Scoring.RATED
        else _line(kpi, evaluation.period, found)
    )
    if changed is None:
        return line
    seen = line.measurements, line.unmeasured
    if changed.missing is not None:
        return Line(kpi, *seen, None, changed.missing, ratings=line.ratings, correction=changed)
    if changed.value is not None:
        points, formula = score(kpi, changed.value)
        return Line(
            kpi, *seen, changed.value, None, points, formula, ratings=line.ratings, correction=changed
        )
    points = line.score if changed.score is None else _rounded(changed.score)
    actual = points if line.actual is None else line.actual
    return Line(kpi, *seen, actual, None, points, number(points), ratings=line.ratings, correction=changed)


def _rating(kpi: Kpi, evaluation: Evaluation, found: Sequence[Reading]) -> Line:
    given = tuple(one for one in evaluation.ratings if one.kpi == kpi.id)
    if not given:
        reasons = [one.missing for one in found if one.missing]
        return Line(kpi, tuple(found), (), None, reasons[0] if reasons else MissingValue.NO_DATA)
    actual = _mean([one.score for one in given])
    terms = " + ".join(number(one.score) for one in given)
    points, _ = score(kpi, actual)
    text = f"({terms}) ÷ {len(given)} = {number(points)}" if len(given) > 1 else number(points)
    return Line(kpi, tuple(found), (), actual, None, points, text, ratings=given)


def _line(kpi: Kpi, period: Period, found: Sequence[Reading]) -> Line:
    kind = PERIODS.get(kpi.frequency)
    due = tuple(within(kind, *span(period))) if kind else ()
    measured = {one.period for one in found}
    unmeasured = tuple(one for one in due if one not in measured)
    values = [one.value for one in found if one.value is not None]
    if not values:
        reasons = [one.missing for one in found if one.missing]
        missing = reasons[0] if reasons else MissingValue.NO_DATA if due else MissingValue.NOT_APPLICABLE
        return Line(kpi, tuple(found), unmeasured, None, missing)
    actual = values[0] if len(values) == 1 else _mean(values)
    points, formula = score(kpi, actual)
    return Line(kpi, tuple(found), unmeasured, actual, None, _rounded(points), formula)


def _mean(values: Sequence[Decimal]) -> Decimal:
    return _rounded(_WIDE.divide(sum(values, ZERO), Decimal(len(values))))


def _weighted(lines: Sequence[Line], counted: Decimal) -> tuple[Line, ...]:
    weights: Sequence[Decimal] = [ZERO if line.missing else line.kpi.weight for line in lines]
    if counted and counted != HUNDRED:
        weights = largest_remainder([_WIDE.divide(weight * HUNDRED, counted) for weight in weights], CENT)
    return tuple(_with_weight(line, weight) for line, weight in zip(lines, weights, strict=True))


def _with_weight(line: Line, weight: Decimal) -> Line:
    weighted = _rounded(_WIDE.multiply(line.score, weight) / HUNDRED)
    return Line(
        line.kpi, line.measurements, line.unmeasured, line.actual, line.missing, line.score, line.formula,
        weight, weighted, line.ratings, line.correction,
    )  # fmt: skip


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, context=_WIDE)
