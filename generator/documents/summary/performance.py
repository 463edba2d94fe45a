"""How Party B performs: the last evaluation line by line, each KPI over time, the score of each period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from generator import locale
from generator.derive.money import HUNDRED
from generator.derive.periods import PERIODS, span, within, written
from generator.derive.readings import readings
from generator.derive.score import Line, Result
from generator.documents.summary.page import Page, badge, bare, colored, figure, said, short, two_places
from generator.documents.summary.together import Together
from generator.model.common import Direction, Frequency
from generator.model.performance import Evaluation, Grade, Kpi
from generator.render.pdf import (
    NOTE,
    PLAIN,
    Bar,
    BarChart,
    BarWords,
    Block,
    Cell,
    Column,
    Content,
    Heading,
    Mark,
    Point,
    Prose,
    Run,
    Series,
    Table,
    Tone,
    TrendChart,
    TrendWords,
)

PANELS, BARS = 9, 12
"""The most trends and the most scores that are drawn."""


def grade_tone(page: Page, grade: Grade) -> Tone:
    """Return the tone of a grade: the upper half good, the lowest bad, what is between a warning."""
    ranked = sorted(page.project.assessment.grades, key=lambda one: one.min, reverse=True)
    rank = ranked.index(grade)
    if rank and rank == len(ranked) - 1:
        return Tone.BAD
    return Tone.GOOD if rank < len(ranked) / 2 else Tone.WARN


def grade_mark(page: Page, grade: Grade) -> Mark | None:
    """Return the mark of a grade, ``None`` for a label too long for one."""
    return badge(grade.label, grade_tone(page, grade))


def performance(page: Page) -> list[Block]:
    """Return table, trends and scores; without an evaluation the line that says so."""
    found = page.results
    drawn = list(trends(page))
    if not found:
        kpis, frequency = page.project.kpis, page.project.assessment.frequency
        none = page.word("kpi_none", page.long(page.on), len(kpis), page.label(frequency))
        return [Prose(none, PLAIN), *drawn]
    blocks = [*latest(page, *found[-1]), *drawn]
    return [*blocks, *scores(page, found)] if len(found) > 1 else blocks


def latest(page: Page, evaluation: Evaluation, result: Result) -> Iterator[Block]:
    """Yield one evaluation line by line, with its sums and what it leads to."""
    at = page.project.evaluations.index(evaluation)
    grade = result.grade
    yield Heading(page.word("kpi_heading", page.period(evaluation.period)), 2)
    lead = page.word(
        "kpi_lead",
        page.long(evaluation.date),
        locale.number(result.total),
        grade.label,
        bare(grade.consequence),
    )
    yield Prose(said(lead, "assessment", "grades"), PLAIN, keep=True)
    shares = (0.31, 0.125, 0.125, 0.11, 0.11, 0.11, 0.11)
    names = ("kpi", "target", "actual", "score", "weight", "weighted", "state")
    columns = [
        Column(page.word(f"col_{name}"), share, "right" if 0 < index < 6 else "center" if index else "left")
        for index, (name, share) in enumerate(zip(names, shares, strict=True))
    ]
    rows = [_row(page, page.project.kpis.index(line.kpi), line) for line in result.lines]
    yield Table(columns, [*rows, *_sums(page, result, at)], totals=1)
    if result.reweighted:
        yield Prose(page.word("kpi_reweighted"), NOTE)
    if result.vetoed:
        fact = locale.join([bare(one.fact) for one in evaluation.vetoes], page.language)
        yield Prose(Run(page.word("kpi_veto", fact), bold=True, tone=Tone.BAD), PLAIN)
    if evaluation.application:
        text = page.word("kpi_application", bare(evaluation.application))
        yield Prose(said(text, "evaluations", at, "application"), PLAIN)


def _row(page: Page, index: int, line: Line) -> tuple[Content, ...]:
    kpi = line.kpi
    name = [said(kpi.name, "kpis", index, "name"), page.cite("kpis", index)]
    target = said(figure(kpi.target, kpi.unit), "kpis", index)
    if line.actual is None:
        why = page.label(line.missing) if line.missing else page.word("no_data")
        none = page.word("none")
        return name, target, Run(why, tone=Tone.MUTED), none, none, none, Run(why, tone=Tone.MUTED)
    mark = standing(page, kpi, line.actual)
    return (
        name,
        target,
        [said(figure(line.actual, kpi.unit), "kpis", index), *_cited(page, line)],
        two_places(line.score),
        two_places(line.weight),
        two_places(line.weighted),
        colored(mark.text, mark.tone),
    )


def _cited(page: Page, line: Line) -> Iterator[Run]:
    yield from (page.cite("measurements", one.index) for one in line.measurements if one.index is not None)


def _sums(page: Page, result: Result, at: int) -> Iterator[tuple[Content | Cell, ...]]:
    if result.adjustments:
        yield Cell(page.word("kpi_subtotal"), 5), Cell(two_places(result.subtotal), align="right"), ""
    for index, one in enumerate(result.adjustments):
        reason = said(page.word("kpi_adjustment", one.reason), "evaluations", at, "adjustments", index)
        cited = [reason, page.cite("evaluations", at, "adjustments", index)]
        yield Cell(cited, 5), Cell(f"{one.points:+}", align="right"), ""
    if result.bonus_max is not None:
        text = said(page.word("kpi_bonus_max", result.bonus_max), "assessment", "bonus_max")
        yield Cell(text, 5), Cell(f"{result.bonus_max - result.bonus:+}", align="right"), ""
    label = said(page.word("kpi_total", result.grade.label), "assessment", "grades")
    cited = [label, page.cite("evaluations", at)]
    yield Cell(cited, 5), Cell(two_places(result.total), align="right"), ""


def standing(page: Page, kpi: Kpi, actual: Decimal) -> Mark:
    """Return whether a value reaches the target, is between target and floor, or below the floor."""
    higher = kpi.direction is Direction.HIGHER
    if actual >= kpi.target if higher else actual <= kpi.target:
        return Mark(page.word("met"), Tone.GOOD)
    if actual < kpi.floor if higher else actual > kpi.floor:
        return Mark(page.word("bottom"), Tone.BAD)
    return Mark(page.word("below"), Tone.WARN)


def trends(page: Page) -> Iterator[Block]:
    """Yield a heading and one chart for each frequency that has at least two periods."""
    chosen = page.project.kpis[:PANELS]
    charts = [
        chart
        for frequency, kpis in groupby(sorted(chosen, key=_frequency), key=_frequency)
        if (chart := _chart(page, frequency, tuple(kpis))) is not None
    ]
    if charts:
        yield Heading(page.word("trend"), 2)
        yield from charts
        yield from page.more(len(page.project.kpis) - PANELS)


def _frequency(kpi: Kpi) -> Frequency:
    return kpi.frequency


def _chart(page: Page, frequency: Frequency, kpis: Sequence[Kpi]) -> TrendChart | None:
    kind = PERIODS.get(frequency)
    measured = {
        (one.kpi, one.period): one.value
        for one in readings(page.project)
        if one.period.kind is kind and span(one.period)[0] <= page.on
        if one.value is not None or one.index is not None
    }
    drawn = {one.id for one in kpis}
    shown = [period for kpi, period in measured if kpi in drawn]
    if kind is None or len(set(shown)) < 2:
        return None
    first, last = min(span(one)[0] for one in shown), max(span(one)[1] for one in shown)
    periods = tuple(within(kind, first, last))
    series = tuple(_series(page, kpi, [measured.get((kpi.id, one)) for one in periods]) for kpi in kpis)
    words = TrendWords(
        page.word("actual"), page.word("target"), page.word("floor"), page.word("band"), page.word("no_data")
    )
    return TrendChart([written(one)[2:] for one in periods], series, words, columns=3)


def _series(page: Page, kpi: Kpi, values: Sequence[Decimal | None]) -> Series:
    points = [Point(value, "" if value is None else locale.number(value)) for value in values]
    last = next((value for value in reversed(values) if value is not None), None)
    mark = standing(page, kpi, last) if last is not None else None
    return Series(
        f"{short(kpi.name)}（{short(kpi.unit, 8)}）",
        points,
        Point(kpi.target, locale.number(kpi.target)),
        mark=mark,
    )


def scores(page: Page, found: Sequence[tuple[Evaluation, Result]]) -> Iterator[Block]:
    """Yield the score of each period as a bar."""
    yield Heading(page.word("scores"), 2)
    bars = [
        Bar(
            page.period(evaluation.period),
            Point(result.total, _scored(page, result)),
            maximum=HUNDRED,
            mark=grade_mark(page, result.grade),
        )
        for evaluation, result in found[-BARS:]
    ]
    words = BarWords(page.word("score"), page.word("target"), page.word("full"), page.word("no_data"))
    yield Together(BarChart(bars, words))
    yield from page.more(len(found) - BARS)


def _scored(page: Page, result: Result) -> str:
    label = result.grade.label
    text = two_places(result.total)
    return text if grade_mark(page, result.grade) else f"{text} {short(label, 12)}"
