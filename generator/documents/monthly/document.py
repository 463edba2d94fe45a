"""What the monthly report is made of: the month in figures, its events, its KPIs, money, actions, and what comes next."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator import locale
from generator.derive.actions import action_states, held
from generator.derive.due import due
from generator.derive.journal import Event, EventKind, journal, months
from generator.derive.payments import instalment_states
from generator.derive.periods import span, written
from generator.derive.readings import Reading, readings
from generator.diagnostics import Route
from generator.documents.kind import Job
from generator.documents.summary.compose import Section, compose
from generator.documents.summary.page import Page, colored, figure, said
from generator.documents.summary.performance import standing
from generator.documents.summary.together import Together
from generator.model.common import Period
from generator.model.meeting import ActionStatus
from generator.render import pdf
from generator.render.pdf import PLAIN, Block, Column, Content, Prose, Run, Table, Tile, Tiles, Title, Tone

AHEAD = 31
"""Days after the month that the outlook covers."""


def document(job: Job) -> pdf.Document:
    """Return everything that the report of the month ``job.item.key`` is made of."""
    project = job.project
    month = next(one for one in months(project, project.project.as_of) if written(one) == job.item.key)
    first, last = span(month)
    page = Page(project, job.language, last, job.where)
    events = journal(project, first, last)
    title = page.word("monthly_title", project.project.name, page.period(month))
    sections: tuple[Section, ...] = (
        ("monthly_events", partial(_events, events=events)),
        ("monthly_kpis", partial(_kpis, month=month)),
        ("monthly_actions", partial(_actions, first=first)),
        ("monthly_payments", partial(_payments, first=first)),
        ("monthly_next", partial(_outlook, month=month)),
    )
    footer = page.word("monthly_footer", page.day(last))
    return compose(job, page, title, _head(page, title, month, events), sections, footer)


def _head(page: Page, title: str, month: Period, events: tuple[Event, ...]) -> list[Block]:
    first, last = span(month)
    project = page.project
    subtitle = page.word(
        "monthly_subtitle",
        project.contract.number,
        project.parties.party_b.name,
        page.day(first),
        page.day(last),
    )
    counted = {kind: sum(one.kind is kind for one in events) for kind in EventKind}
    paid = sum((one.amount for one in events if one.amount is not None), Decimal(0))
    opened = sum(len(one.actions) for one in project.meetings if first <= one.date <= last)
    risks = counted[EventKind.RISK_RAISED], counted[EventKind.RISK_OCCURRED]
    tiles = (
        Tile(
            page.word("monthly_meetings"),
            str(counted[EventKind.MEETING]),
            page.word("monthly_opened", opened),
        ),
        Tile(
            page.word("monthly_done"),
            str(counted[EventKind.ACTION_DONE]),
            page.word("monthly_open", len(page.actions)),
        ),
        Tile(
            page.word("monthly_paid"), page.money(paid), page.word("monthly_times", counted[EventKind.PAID])
        ),
        Tile(page.word("monthly_risks"), str(risks[0]), page.word("monthly_occurred", risks[1])),
    )
    return [Title(title, subtitle), Tiles(tiles)]


def _events(page: Page, events: tuple[Event, ...]) -> list[Block]:
    if not events:
        return [Prose(page.word("monthly_nothing"), PLAIN)]
    names, shares = ("day", "kind", "matter", "owner"), (0.13, 0.13, 0.6, 0.14)
    columns = [Column(page.word(f"col_{name}"), share) for name, share in zip(names, shares, strict=True)]
    return [Table(columns, [_event(page, one) for one in events])]


def _event(page: Page, one: Event) -> tuple[Content, ...]:
    text: list[str | Run] = [said(one.text or one.id, *one.route)]
    if one.period:
        text.append(f"（{page.period(one.period)}）")
    if one.amount is not None:
        text.append(f"　{page.money(one.amount)}")
    return page.day(one.day), page.label(one.kind), [*text, page.cite(*one.route)], page.owner(one.who)


def _kpis(page: Page, month: Period) -> list[Block]:
    """Return what was measured for periods that end in the month, each beside its last value before."""
    last = span(month)[1]
    found = [one for one in readings(page.project) if span(one.period)[1] == last]
    if not found:
        return [Prose(page.word("monthly_unmeasured"), PLAIN)]
    names, shares = (
        ("kpi", "period", "target", "actual", "before", "state"),
        (0.32, 0.16, 0.12, 0.16, 0.12, 0.12),
    )
    columns = [
        Column(page.word(f"col_{name}"), share, "right" if name in {"target", "actual", "before"} else "left")
        for name, share in zip(names, shares, strict=True)
    ]
    return [Together(Table(columns, [_measured(page, one) for one in found]))]


def _measured(page: Page, one: Reading) -> tuple[Content, ...]:
    kpi = next(each for each in page.project.kpis if each.id == one.kpi)
    index = page.project.kpis.index(kpi)
    earlier = [
        each
        for each in readings(page.project)
        if each.kpi == one.kpi and each.period.kind is one.period.kind and each.period < one.period
    ]
    before = max(earlier, key=lambda each: each.period).value if earlier else None
    none = page.word("none")
    name, target = said(kpi.name, "kpis", index, "name"), figure(kpi.target, kpi.unit)
    past = none if before is None else figure(before, kpi.unit)
    period, cited = page.period(one.period), page.cite(*_route(one, index))
    if one.value is None:
        why = page.label(one.missing) if one.missing else page.word("no_data")
        return name, period, target, [Run(why, tone=Tone.MUTED), cited], past, none
    mark = standing(page, kpi, one.value)
    return name, period, target, [figure(one.value, kpi.unit), cited], past, colored(mark.text, mark.tone)


def _route(one: Reading, kpi: int) -> Route:
    """Return where a value was written down, for a computed one where its KPI is defined."""
    return ("kpis", kpi) if one.index is None else ("measurements", one.index)


def _actions(page: Page, first: datetime.date) -> list[Block]:
    """Return the actions that were open in the month, as they stood at its end."""
    meetings = [pair for pair in held(page.project) if pair[1].date <= page.on]
    done = _done(page)
    states = [
        one
        for one in action_states(page.project, page.on, meetings)
        if (one.status is ActionStatus.OPEN or (one.history and one.history[-1].date >= first))
        and done.get(one.id, first) >= first
    ]
    if not states:
        return [Prose(page.word("monthly_no_actions"), PLAIN)]
    names, shares = ("id", "matter", "owner", "due", "state"), (0.12, 0.44, 0.12, 0.16, 0.16)
    words = {"due": "action_due"}
    columns = [
        Column(page.word(words.get(name, f"col_{name}")), share)
        for name, share in zip(names, shares, strict=True)
    ]
    rows: list[tuple[Content, ...]] = []
    for one in states:
        status = ActionStatus.DONE if one.id in done else one.status
        state: Content = page.label(status)
        if status is ActionStatus.OPEN and one.days_overdue:
            state = colored(page.word("overdue_days", one.days_overdue), Tone.BAD)
        rows.append(
            (one.id, [one.text, page.cite(*one.route)], page.owner(one.owner), page.day(one.due), state)
        )
    return [Table(columns, rows)]


def _done(page: Page) -> dict[str, datetime.date]:
    """Return when each action was done that was by the end of the month, also where a later meeting recorded it."""
    known = action_states(page.project, page.project.project.as_of, held(page.project))
    return {one.id: one.done_on for one in known if one.done_on and one.done_on <= page.on}


def _payments(page: Page, first: datetime.date) -> list[Block]:
    """Return the instalments that were due or paid in the month, as they stood at its end."""
    rows: list[tuple[Content, ...]] = []
    for one in instalment_states(page.project, page.on):
        days = [paid.paid_on for paid in one.payments if first <= paid.paid_on <= page.on]
        fell = one.due is not None and first <= one.due.day <= page.on
        if days or fell:
            due_day = page.day(one.due.day if one.due else None)
            paid = locale.join([page.day(day) for day in days], page.language) or page.word("none")
            amounts = (page.money(one.amount), page.money(one.paid), page.money(one.remaining))
            rows.append(
                ([one.name, page.cite(*one.route)], due_day, amounts[0], amounts[1], paid, amounts[2])
            )
    if not rows:
        return [Prose(page.word("monthly_no_payments"), PLAIN)]
    names, shares = (
        ("instalment", "due", "amount", "paid", "paid_on", "remaining"),
        (0.22, 0.14, 0.17, 0.16, 0.15, 0.16),
    )
    right = {"amount", "paid", "remaining"}
    columns = [
        Column(page.word(f"col_{name}"), share, "right" if name in right else "left")
        for name, share in zip(names, shares, strict=True)
    ]
    return [Together(Table(columns, rows))]


def _outlook(page: Page, month: Period) -> list[Block]:
    """Return what falls due after the month; only for the last month, since of earlier ones more is known today."""
    project = page.project
    if month != months(project, project.project.as_of)[-1]:
        return []
    return list(_due(page))


def _due(page: Page) -> Iterator[Block]:
    on = page.project.project.as_of
    rows = [one for one in due(page.project, on, AHEAD) if one.day is not None]
    yield Prose(page.word("monthly_next_lead", page.long(on), AHEAD, len(rows)), PLAIN, keep=bool(rows))
    names, shares = ("day", "kind", "matter", "owner", "state"), (0.13, 0.13, 0.45, 0.14, 0.15)
    columns = [Column(page.word(f"col_{name}"), share) for name, share in zip(names, shares, strict=True)]
    cells: list[tuple[Content, ...]] = []
    for one in rows:
        left = (one.day - on).days if one.day else 0
        state: Content = page.word("left_days", left) if left else page.word("today")
        if one.days_overdue:
            state = colored(page.word("overdue_days", one.days_overdue), Tone.BAD)
        text = [said(one.text, *one.route), page.cite(*one.route)]
        cells.append((page.day(one.day), page.label(one.kind), text, page.owner(one.owner), state))
    if cells:
        yield Table(columns, cells)
