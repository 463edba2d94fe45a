"""The score of an evaluation, every step kept, so that a reader can add it up again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.derive.money import HUNDRED, largest_remainder
from generator.derive.periods import PERIODS, covers, span, within
from generator.locale import number
from generator.model.common import Direction, Period
from generator.model.performance import Adjustment, Evaluation, Grade, Kpi, Measurement, MissingValue, Scoring
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
    (none for a KPI measured less often than evaluated). ``actual`` is the mean of the values, ``score`` runs from 0
    to 100, ``weight`` is in percent after re-weighting, ``weighted`` = score × weight, all rounded half up to two
    decimals. ``formula`` is the arithmetic of the score as text.
    """

    kpi: Kpi
    measurements: tuple[Measurement, ...]
    unmeasured: tuple[Period, ...]
    actual: Decimal | None
    missing: MissingValue | None
    score: Decimal = ZERO
    formula: str = ""
    weight: Decimal = ZERO
    weighted: Decimal = ZERO

    @property
    def values(self) -> tuple[tuple[Period, Decimal], ...]:
        """Return the values that the mean is made of, each with its period."""
        return tuple((one.period, one.value) for one in self.measurements if one.value is not None)


@record
class Result:
    """What an evaluation comes to: ``subtotal`` is the sum of the weighted lines, ``total`` is kept within 0 and 100.

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

    @property
    def scored(self) -> bool:
        """Return whether anything could be scored (see :func:`scorable`)."""
        return self.counted > 0

    @property
    def reweighted(self) -> bool:
        """Return whether KPIs were left out, so that the agreed weights of the others add up to ``counted``."""
        return any(line.missing for line in self.lines)


def evaluate(project: Project, evaluation: Evaluation) -> Result:
    """Return the result of ``evaluation`` by the project's KPIs, measurements and grades."""
    inside = _inside(project, evaluation.period)
    drafts = [_line(kpi, evaluation.period, inside[kpi.id]) for kpi in project.kpis]
    counted = sum((line.kpi.weight for line in drafts if not line.missing), ZERO)
    lines = _weighted(drafts, counted)
    subtotal = sum((line.weighted for line in lines), ZERO)
    unclamped = subtotal + sum((item.points for item in evaluation.adjustments), ZERO)
    total = _rounded(min(max(unclamped, ZERO), HUNDRED))
    vetoed = bool(evaluation.vetoes)
    grades = project.assessment.grades
    grade = min(grades, key=lambda one: one.min) if vetoed else grade_of(total, grades)
    return Result(lines, subtotal, evaluation.adjustments, unclamped, total, counted, vetoed, grade)


def scorable(project: Project, period: Period) -> bool:
    """Return whether any KPI with a weight has a value in ``period``."""
    kinds = {kpi.id: PERIODS.get(kpi.frequency) for kpi in project.kpis if kpi.weight}
    return any(
        one.value is not None and one.period.kind is kinds.get(one.kpi) and covers(period, one.period)
        for one in project.measurements
    )


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


def _inside(project: Project, period: Period) -> dict[str, list[Measurement]]:
    """Return by KPI the measurements of its frequency that lie within ``period``, by time."""
    inside: dict[str, list[Measurement]] = {kpi.id: [] for kpi in project.kpis}
    kinds = {kpi.id: PERIODS.get(kpi.frequency) for kpi in project.kpis}
    for one in project.measurements:
        if one.period.kind is kinds.get(one.kpi) and covers(period, one.period):
            inside[one.kpi].append(one)
    for found in inside.values():
        found.sort(key=lambda one: span(one.period))
    return inside


def _line(kpi: Kpi, period: Period, found: Sequence[Measurement]) -> Line:
    kind = PERIODS.get(kpi.frequency)
    due = tuple(within(kind, *span(period))) if kind else ()
    measured = {one.period for one in found}
    unmeasured = tuple(one for one in due if one not in measured)
    values = [one.value for one in found if one.value is not None]
    if not values:
        reasons = [one.missing for one in found if one.missing]
        missing = reasons[0] if reasons else MissingValue.NO_DATA if due else MissingValue.NOT_APPLICABLE
        return Line(kpi, tuple(found), unmeasured, None, missing)
    actual = values[0]
    if len(values) > 1:
        actual = _rounded(_WIDE.divide(sum(values, ZERO), Decimal(len(values))))
    points, formula = score(kpi, actual)
    return Line(kpi, tuple(found), unmeasured, actual, None, _rounded(points), formula)


def _weighted(lines: Sequence[Line], counted: Decimal) -> tuple[Line, ...]:
    weights: Sequence[Decimal] = [ZERO if line.missing else line.kpi.weight for line in lines]
    if counted and counted != HUNDRED:
        weights = largest_remainder([_WIDE.divide(weight * HUNDRED, counted) for weight in weights], CENT)
    return tuple(_with_weight(line, weight) for line, weight in zip(lines, weights, strict=True))


def _with_weight(line: Line, weight: Decimal) -> Line:
    weighted = _rounded(_WIDE.multiply(line.score, weight) / HUNDRED)
    return Line(
        line.kpi, line.measurements, line.unmeasured, line.actual, line.missing, line.score, line.formula,
        weight, weighted,
    )  # fmt: skip


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, context=_WIDE)
