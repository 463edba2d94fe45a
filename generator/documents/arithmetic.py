"""How a score comes about, step by step, as text that a reader can check with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.formula import Formula, parse, show
from generator.derive.kpi_sources import formula_of
from generator.derive.money import HUNDRED
from generator.derive.readings import Basis, Reading
from generator.derive.rolling import Rolling
from generator.derive.score import Line, Result, method
from generator.documents.word import say
from generator.locale import join, number, percent, words
from generator.locale.spans import period_text
from generator.model.common import Direction
from generator.model.performance import Grade, Kpi, MissingValue, Scoring

MINUS = "−"
LISTED = 40
"""So many records are named; of more their number is said."""


@dataclass(frozen=True, slots=True)
class Working:
    """The steps of one KPI: where the actual value comes from, the score by its rule, the weighted score."""

    name: str
    rule: str
    actual: str
    score: str
    weighted: str


def working(line: Line, result: Result, names: Mapping[str, str], language: str) -> Working:
    """Return the steps of one KPI of ``result``, people called by ``names``; a dash where it does not count."""
    dash = say(language, "none_given")
    actual = "\n".join((*_actual(line, names, language), *_correction(line, language)))
    if line.missing:
        return Working(line.kpi.name, rule(line.kpi, language), actual, dash, dash)
    weighted = f"{number(line.score)} × {percent(line.weight)} = {number(line.weighted)}"
    if result.reweighted:
        parts = percent(line.kpi.weight), percent(result.counted), percent(line.weight)
        weighted = say(language, "evaluation_weight", *parts) + "\n" + weighted
    return Working(line.kpi.name, rule(line.kpi, language), actual, minus(line.formula), weighted)


def sums(result: Result, grades: Sequence[Grade], language: str) -> Iterator[str]:
    """Yield the steps from the weighted scores to the grade."""
    weighted = " + ".join(number(line.weighted) for line in result.lines if not line.missing)
    yield say(language, "evaluation_subtotal", weighted, number(result.subtotal))
    if result.adjustments:
        limit = result.bonus_max
        if limit is not None:
            yield say(language, "evaluation_bonus_max", number(result.bonus), number(limit))
        points = [one.points for one in result.adjustments if limit is None or one.points < 0]
        points = points if limit is None else [limit, *points]
        terms = " ".join(f"{'+' if one >= 0 else MINUS} {number(abs(one))}" for one in points)
        start = number(result.subtotal)
        yield say(language, "evaluation_adjusted", start, terms, minus(number(result.unclamped)))
    yield from _kept(result, language)
    if result.vetoed:
        yield say(language, "evaluation_vetoed", result.grade.label)
        return
    reached = next(text for grade, text in bounds(grades, language) if grade == result.grade)
    yield say(language, "evaluation_grade", number(result.total), reached, result.grade.label)


def rolled(found: Rolling, agreed: int, language: str) -> Iterator[str]:
    """Yield the steps of the rolling score, agreed over so many periods."""
    terms = " + ".join(f"{number(one.total)} × {percent(one.weight)}" for one in found.shares)
    parts = " + ".join(number(one.weighted) for one in found.shares)
    steps = f"{terms} = {parts}" if len(found.shares) > 1 else terms
    yield say(language, "evaluation_rolling", steps, number(found.score))
    if found.counted == HUNDRED:
        yield say(language, "evaluation_rolling_all", len(found.shares))
    else:
        counted = percent(found.counted)
        yield say(language, "evaluation_rolling_part", agreed, len(found.shares), counted, counted)


def _kept(result: Result, language: str) -> Iterator[str]:
    """Yield how the total is kept within its limits and rounded."""
    within = min(max(result.unclamped, Decimal(0)), HUNDRED)
    if result.score_cap is not None:
        yield say(language, "evaluation_capped", number(result.score_cap), number(result.total))
    elif within != result.unclamped:
        yield say(language, "evaluation_clamped", number(result.total))
    elif result.unclamped != result.total:
        yield say(language, "evaluation_rounded", number(result.total))


def bounds(grades: Sequence[Grade], language: str) -> Iterator[tuple[Grade, str]]:
    """Yield the grades from the best down, each with its bounds in words."""
    above: Decimal | None = None
    for grade in sorted(grades, key=lambda one: one.min, reverse=True):
        low = number(grade.min)
        if above is None:
            yield grade, say(language, "evaluation_bounds_top", low)
        else:
            yield grade, say(language, "evaluation_bounds", low, number(above))
        above = grade.min


def measure(value: Decimal, kpi: Kpi) -> str:
    """Return a figure with the unit of the KPI; a percent sign stands close."""
    figure = minus(number(value))
    return f"{figure}{kpi.unit}" if kpi.unit == "%" else f"{figure} {kpi.unit}"


def rule(kpi: Kpi, language: str) -> str:
    """Return the scoring rule of a KPI in words."""
    if kpi.scoring is Scoring.FORMULA:
        return say(language, "evaluation_rule_formula", _rule(kpi, language))
    return _rule(kpi, language)


def _rule(kpi: Kpi, language: str) -> str:
    how = method(kpi)
    if how is Scoring.RATED:
        return say(language, "evaluation_rule_rated")
    if how is Scoring.DEDUCTION:
        return _deduction(kpi, language)
    reach = "evaluation_at_least" if kpi.direction is Direction.HIGHER else "evaluation_at_most"
    target, floor = (say(language, reach, measure(kpi.target, kpi)), measure(kpi.floor, kpi))
    if how is Scoring.PASS_FAIL:
        return say(language, "evaluation_rule_pass", target)
    if how is Scoring.LINEAR:
        return say(language, "evaluation_rule_linear", target, floor)
    ranked = sorted(kpi.bands, key=lambda one: one.at, reverse=kpi.direction is Direction.HIGHER)
    steps = [
        say(
            language,
            "evaluation_rule_band",
            say(language, reach, measure(band.at, kpi)),
            number(band.score),
        )
        for band in ranked
    ]
    return say(language, "evaluation_rule_bands", words(language).word("item_end").join(steps))


def _deduction(kpi: Kpi, language: str) -> str:
    unit, each = say(language, "evaluation_one_unit", kpi.unit), number(kpi.points_per_event or Decimal(0))
    if kpi.free_events:
        return say(language, "evaluation_rule_deduction_free", measure(kpi.free_events, kpi), unit, each)
    return say(language, "evaluation_rule_deduction", unit, each)


def formula_text(kpi: Kpi, language: str) -> str:
    """Return the formula of a KPI with its quantities in words; nothing for a KPI without one."""
    made = formula_of(kpi.derived_from) if kpi.derived_from else parse(kpi.formula or "")
    if not isinstance(made, Formula):
        return ""
    shown = show(made, _labels(kpi, made, language))
    if kpi.derived_from is None:
        return say(language, "evaluation_formula", shown)
    return say(language, "evaluation_derived", words(language).label("kpi_source", kpi.derived_from), shown)


def _labels(kpi: Kpi, formula: Formula, language: str) -> Mapping[str, str]:
    """Return what the quantities of a formula are called."""
    if kpi.derived_from:
        return {one.text: say(language, f"kpi_figure_{one.text}") for one in formula.names}
    return {one.name: say(language, "evaluation_person", one.label, one.unit) for one in kpi.variables}


def why_missing(line: Line, language: str) -> str:
    """Return why a KPI does not count.

    An appeal, the reason recorded, a formula without a result, or that it is measured less often than evaluated.
    """
    unknown = [one.basis.unknown for one in line.measurements if one.basis and one.basis.unknown]
    if unknown and line.correction is None:
        return say(language, f"evaluation_unknown_{unknown[0]}")
    if line.missing is MissingValue.NOT_APPLICABLE and not line.measurements:
        frequency = words(language).label("frequency", line.kpi.frequency)
        return say(language, "evaluation_too_rare", frequency)
    return words(language).label("missing_value", line.missing) if line.missing else ""


def signed(points: Decimal) -> str:
    """Return points with their sign."""
    return f"+{number(points)}" if points > 0 else minus(number(points))


def minus(figure: str) -> str:
    """Return a figure with the mathematical minus sign."""
    return figure.replace("-", MINUS)


def _actual(line: Line, names: Mapping[str, str], language: str) -> Iterator[str]:
    """Yield each measurement or rating with its evidence and note, what is not measured, and the mean."""
    for one in line.ratings:
        parts = (names.get(one.evaluator, one.evaluator), number(one.score), one.reason)
        yield say(language, "evaluation_rating_reason" if one.reason else "evaluation_rating", *parts)
    for reading in line.measurements:
        yield from _reading(reading, line.kpi, language)
    for period in line.unmeasured:
        yield say(language, "evaluation_unmeasured", period_text(period, language))
    if line.missing and not line.measurements and not line.unmeasured:
        yield why_missing(line, language)
    periods = len(line.measurements) + len(line.unmeasured)
    values = [number(value) for _, value in line.values]
    if not values or periods == 1 or line.ratings:
        return
    if (
        len(values) > 1
        and line.actual is not None
        and (line.correction is None or line.correction.value is None)
    ):
        mean = minus(number(line.actual))
        yield say(language, "evaluation_mean", " + ".join(values), len(values), mean)
    if len(values) < periods:
        yield say(language, "evaluation_mean_of", len(values), periods)


def _reading(one: Reading, kpi: Kpi, language: str) -> Iterator[str]:
    reason = words(language).label("missing_value", one.missing) if one.missing else ""
    if one.basis and one.basis.unknown:
        reason = say(language, f"evaluation_unknown_{one.basis.unknown}")
    value = reason if one.value is None else measure(one.value, kpi)
    yield say(language, "evaluation_value", period_text(one.period, language), value)
    if one.basis:
        yield from _basis(one.basis, one.value, kpi, language)
    if one.evidence:
        yield say(language, "evaluation_evidence", one.evidence)
    if one.note:
        yield say(language, "evaluation_note", one.note)


def _basis(basis: Basis, value: Decimal | None, kpi: Kpi, language: str) -> Iterator[str]:
    """Yield the formula in words, the same in figures, and the records that were counted."""
    if basis.inputs:
        yield say(language, "evaluation_formula", show(basis.formula, _labels(kpi, basis.formula, language)))
        figures = {one.name: _figure(one.value) for one in basis.inputs}
        steps = show(basis.formula, figures)
        yield steps if value is None else say(language, "evaluation_computed", steps, minus(number(value)))
    if basis.records:
        yield say(language, "evaluation_records", _listed(basis.records, language))
    if basis.failed:
        yield say(language, "evaluation_failed", _listed(basis.failed, language))


def _figure(value: Decimal) -> str:
    """Return a figure within a formula: one below zero in parentheses."""
    return f"({minus(number(value))})" if value < 0 else number(value)


def _listed(records: Sequence[str], language: str) -> str:
    named = join(records[:LISTED], language)
    return named if len(records) <= LISTED else say(language, "evaluation_more", named, len(records))


def _correction(line: Line, language: str) -> Iterator[str]:
    """Yield what an appeal has changed."""
    changed = line.correction
    if changed is None:
        return
    if changed.missing:
        reason = words(language).label("missing_value", changed.missing)
        yield say(language, "evaluation_corrected_missing", reason)
    elif changed.value is not None:
        yield say(language, "evaluation_corrected_value", measure(changed.value, line.kpi))
    elif changed.score is not None:
        yield say(language, "evaluation_corrected_score", number(changed.score))
