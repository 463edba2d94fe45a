"""What the risk report is made of: the register at a glance, movement, triggers, what is late, by category and owner."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.derive.improvements import ImprovementState, progress
from generator.derive.readings import Reading
from generator.derive.risk import RiskLevel, counts, crossed, history, level, live, magnitude, reviews_overdue
from generator.diagnostics import Route
from generator.documents.kind import Job
from generator.documents.summary.compose import Section, compose
from generator.documents.summary.page import LEVEL_TONES, Page, colored, figure, said, short
from generator.documents.summary.risks import risks
from generator.documents.summary.together import Together
from generator.model.risk import Risk
from generator.render import pdf
from generator.render.pdf import (
    PLAIN,
    Bar,
    BarChart,
    BarWords,
    Block,
    Column,
    Content,
    Point,
    Prose,
    Run,
    Series,
    Table,
    Tile,
    Tiles,
    Title,
    Tone,
    TrendChart,
    TrendWords,
)

DRAWN = 9
"""The gravest risks whose movement is drawn."""


def document(job: Job) -> pdf.Document:
    """Return everything that the report is made of."""
    page = Page(job.project, job.language, job.project.project.as_of, job.where)
    title = page.word("riskreport_title", job.project.project.name)
    sections: tuple[Section, ...] = (
        ("risk", risks),
        ("riskreport_moved", _moved),
        ("riskreport_triggers", _triggers),
        ("riskreport_late", _late),
        ("riskreport_spread", _spread),
        ("riskreport_improvements", improvements),
    )
    return compose(
        job, page, title, _head(page, title), sections, page.word("riskreport_footer", page.day(page.on))
    )


def _head(page: Page, title: str) -> list[Block]:
    project, found = page.project, counts(page.project)
    subtitle = page.word(
        "riskreport_subtitle", project.contract.number, project.parties.party_b.name, page.long(page.on)
    )
    tiles = (
        Tile(page.label(RiskLevel.EXTREME), str(found[RiskLevel.EXTREME])),
        Tile(page.label(RiskLevel.HIGH), str(found[RiskLevel.HIGH])),
        Tile(page.word("riskreport_unreviewed"), str(len(reviews_overdue(project, page.on)))),
        Tile(page.word("riskreport_triggered"), str(len(_crossed(page)))),
    )
    return [Title(title, subtitle), Tiles(tiles)]


def _crossed(page: Page) -> list[Risk]:
    return [risk for risk in live(page.project) if crossed(page.project, risk, page.on)]


def _moved(page: Page) -> list[Block]:
    """Return likelihood times impact of the gravest risks over time, where at least one was reviewed."""
    drawn = [risk for risk in live(page.project) if risk.reviews][:DRAWN]
    if not drawn:
        return [Prose(page.word("riskreport_unmoved"), PLAIN)]
    days = sorted({stage.day for risk in drawn for stage in history(risk, page.on)} | {page.on})
    series = []
    for risk in drawn:
        stages = history(risk, page.on)
        points = []
        for day in days:
            past = [stage for stage in stages if stage.day <= day]
            value = magnitude(past[-1].exposure) if past else None
            points.append(Point(None if value is None else Decimal(value)))
        high = page.project.risk_matrix.high_from
        mark = page.label(level(risk.current, page.project.risk_matrix))
        tone = LEVEL_TONES[level(risk.current, page.project.risk_matrix)]
        series.append(
            Series(
                f"{risk.id} {short(risk.title, 16)}",
                points,
                Point(Decimal(high), str(high)),
                mark=pdf.Mark(mark, tone),
            )
        )
    words = TrendWords(
        page.word("riskreport_magnitude"), page.word("riskreport_high"), "", "", page.word("no_data")
    )
    return [TrendChart([f"{day:%m-%d}" for day in days], series, words, columns=3)]


def _measured(page: Page, one: Reading) -> Route:
    """Return where a value was written down, for a computed one where its KPI is defined."""
    if one.index is not None:
        return ("measurements", one.index)
    return ("kpis", next(at for at, kpi in enumerate(page.project.kpis) if kpi.id == one.kpi))


def _triggers(page: Page) -> list[Block]:
    rows: list[tuple[Content, ...]] = []
    for risk in _crossed(page):
        one, limit = crossed(page.project, risk, page.on), risk.trigger_kpi
        kpi = next(each for each in page.project.kpis if limit and each.id == limit.kpi)
        if one is None or one.value is None or limit is None:
            continue
        sign, bound = ("<", limit.below) if limit.below is not None else (">", limit.above)
        route = ("risks", page.project.risks.index(risk))
        text = f"{kpi.name} {figure(one.value, kpi.unit)} {sign} {figure(bound or Decimal(0), kpi.unit)}（{page.period(one.period)}）"
        cited = page.cite(*_measured(page, one))
        rows.append(
            (
                [risk.id, page.cite(*route)],
                said(risk.title, *route, "title"),
                [text, cited],
                page.owner(risk.owner),
            )
        )
    if not rows:
        return [Prose(page.word("riskreport_none_triggered"), PLAIN)]
    return [
        Together(Table(_columns(page, ("id", "risk", "trigger", "owner"), (0.12, 0.32, 0.42, 0.14)), rows))
    ]


def _late(page: Page) -> list[Block]:
    """Return responses, reviews and acceptances whose day has passed."""
    rows = list(_late_rows(page))
    if not rows:
        return [Prose(page.word("riskreport_nothing_late"), PLAIN)]
    return [
        Together(
            Table(
                _columns(page, ("id", "matter", "owner", "due", "state"), (0.12, 0.44, 0.14, 0.15, 0.15)),
                rows,
            )
        )
    ]


def _late_rows(page: Page) -> Iterator[tuple[Content, ...]]:
    for risk in live(page.project):
        route = ("risks", page.project.risks.index(risk))
        points: list[tuple[str, str, datetime.date, Route]] = [
            (one.text, one.owner, one.due, (*route, "measures", at))
            for at, one in enumerate(risk.measures)
            if not one.done_on
        ]
        points.append(
            (page.word("riskreport_review", risk.title), risk.owner, risk.review_on, (*route, "review_on"))
        )
        if risk.acceptance:
            text = page.word("riskreport_acceptance", risk.title)
            points.append((text, risk.acceptance.approver, risk.acceptance.expires, (*route, "acceptance")))
        for text, who, day, place in points:
            late = (page.on - day).days
            if late > 0:
                state = colored(page.word("overdue_days", late), Tone.BAD)
                yield risk.id, [text, page.cite(*place)], page.owner(who), page.day(day), state


def _spread(page: Page) -> list[Block]:
    """Return how many live risks each category and each owner has."""
    return [
        Together(_count(page, "category", lambda risk: page.label(risk.category))),
        Together(_count(page, "owner", lambda risk: page.owner(risk.owner))),
    ]


def _count(page: Page, name: str, of: Callable[[Risk], str]) -> BarChart:
    found = Counter(of(risk) for risk in live(page.project))
    bars = [
        Bar(key, Point(Decimal(number), str(number)))
        for key, number in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return BarChart(bars, BarWords(page.word(f"riskreport_by_{name}"), "", "", page.word("no_data")))


def improvements(page: Page) -> list[Block]:
    """Return each improvement with its KPI before and after; nothing where there is none."""
    rows: list[tuple[Content, ...]] = []
    for at, one in enumerate(page.project.improvements):
        found = progress(page.project, one, page.on)
        none = page.word("none")
        bad = found.state not in {ImprovementState.VERIFIED, ImprovementState.OPEN}
        state = colored(page.label(found.state), Tone.BAD if bad else Tone.GOOD)
        values = [
            none
            if value is None or value.value is None or found.kpi is None
            else figure(value.value, found.kpi.unit)
            for value in (found.before, found.last)
        ]
        kpi = found.kpi.name if found.kpi else none
        text: list[str | Run] = [
            said(one.measure, "improvements", at, "measure"),
            page.cite("improvements", at),
        ]
        rows.append((one.id, text, kpi, *values, state))
    if not rows:
        return []
    names, shares = ("id", "matter", "kpi", "before", "after", "state"), (0.1, 0.38, 0.18, 0.11, 0.11, 0.12)
    return [Together(Table(_columns(page, names, shares), rows))]


def _columns(page: Page, names: tuple[str, ...], shares: tuple[float, ...]) -> list[Column]:
    words = {"risk": "risk_title", "due": "action_due"}
    return [
        Column(page.word(words.get(name, f"col_{name}")), share)
        for name, share in zip(names, shares, strict=True)
    ]
