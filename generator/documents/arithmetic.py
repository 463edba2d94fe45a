"""How a score comes about, step by step, as text that a reader can check with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.money import HUNDRED
from generator.derive.score import Line, Result
from generator.documents.word import say
from generator.locale import number, percent, words
from generator.locale.spans import period_text
from generator.model.common import Direction
from generator.model.performance import Grade, Kpi, MissingValue, Scoring

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Working:
    """The steps of one KPI: where the actual value comes from, the score by its rule, the weighted score."""

    name: str
    rule: str
    actual: str
    score: str
    weighted: str


def working(line: Line, result: Result, language: str) -> Working:
    """Return the steps of one KPI of ``result``; a dash where it does not count."""
    dash = say(language, "none_given")
    actual = "\n".join(_actual(line, language))
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
        terms = " ".join(
            f"{'+' if one.points >= 0 else MINUS} {number(abs(one.points))}" for one in result.adjustments
        )
        start = number(result.subtotal)
        yield say(language, "evaluation_adjusted", start, terms, minus(number(result.unclamped)))
    if not 0 <= result.unclamped <= HUNDRED:
        yield say(language, "evaluation_clamped", number(result.total))
    elif result.unclamped != result.total:
        yield say(language, "evaluation_rounded", number(result.total))
    if result.vetoed:
        yield say(language, "evaluation_vetoed", result.grade.label)
        return
    reached = next(text for grade, text in bounds(grades, language) if grade == result.grade)
    yield say(language, "evaluation_grade", number(result.total), reached, result.grade.label)


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
    reach = "evaluation_at_least" if kpi.direction is Direction.HIGHER else "evaluation_at_most"
    target, floor = (say(language, reach, measure(kpi.target, kpi)), measure(kpi.floor, kpi))
    if kpi.scoring is Scoring.PASS_FAIL:
        return say(language, "evaluation_rule_pass", target)
    if kpi.scoring is Scoring.LINEAR:
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


def why_missing(line: Line, language: str) -> str:
    """Return why a KPI does not count: the reason recorded, or that it is measured less often than evaluated."""
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


def _actual(line: Line, language: str) -> Iterator[str]:
    """Yield each measurement with its evidence and note, what is not measured, and the mean."""
    for one in line.measurements:
        reason = words(language).label("missing_value", one.missing) if one.missing else ""
        value = reason if one.value is None else measure(one.value, line.kpi)
        yield say(language, "evaluation_value", period_text(one.period, language), value)
        if one.evidence:
            yield say(language, "evaluation_evidence", one.evidence)
        if one.note:
            yield say(language, "evaluation_note", one.note)
    for period in line.unmeasured:
        yield say(language, "evaluation_unmeasured", period_text(period, language))
    if line.missing and not line.measurements and not line.unmeasured:
        yield why_missing(line, language)
    periods = len(line.measurements) + len(line.unmeasured)
    if line.actual is None or periods == 1:
        return
    values = [number(value) for _, value in line.values]
    if len(values) > 1:
        mean = minus(number(line.actual))
        yield say(language, "evaluation_mean", " + ".join(values), len(values), mean)
    if len(values) < periods:
        yield say(language, "evaluation_mean_of", len(values), periods)
