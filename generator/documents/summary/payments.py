"""Milestones and payments: what was planned, what happened, and what is left to pay."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from generator.derive.changes import Moved, moved
from generator.derive.payments import InstalmentState, PaymentState, totals
from generator.documents.summary.page import Page, bare, colored, said, short
from generator.documents.summary.together import Together
from generator.model.delivery import Milestone as Planned
from generator.model.price import Instalment
from generator.render.pdf import (
    Block,
    Cell,
    Column,
    Content,
    Mark,
    Milestone,
    Run,
    Table,
    Timeline,
    TimelineWords,
    Tone,
)

ALIGNED: Mapping[str, Literal["right", "center"]] = {
    "amount": "right",
    "paid": "right",
    "remaining": "right",
    "paid_on": "center",
}
ROWS = 24
"""The most instalments and milestones that are drawn; the table has them all."""


def payments(page: Page) -> list[Block]:
    """Return the timeline of payments and their table."""
    states = page.instalments
    if not states:
        return []
    years = (
        year for state in states for due in (state.due, state.forecast) if due for year in due.unpublished
    )
    return [*_timeline(page, states), Together(_table(page, states)), *page.unpublished(years)]


def milestones(page: Page) -> list[Block]:
    """Return the milestones over time, those that a signed change has moved at their new day; nothing where there are none."""
    stones, days = page.project.contract.milestones, moved(page.project)
    rows = [_stone(page, one, days.get(("milestone", one.id))) for one in stones[:ROWS]]
    return [Together(_chart(page, rows)), *page.more(len(stones) - ROWS)] if rows else []


def condition(page: Page, row: Instalment) -> str:
    """Return the event that an instalment waits for, with the period after it."""
    contract = page.project.contract
    named = {one.id: one.name for one in contract.deliverables}
    named |= {one.id: one.name for one in contract.milestones}
    subject = named.get(row.deliverable or row.milestone or "", "")
    event = page.label(row.event) if row.event else ""
    if row.within:
        return page.word("payment_within", subject, event, page.span(row.within))
    return page.word("payment_at", subject, event)


def _stone(page: Page, one: Planned, change: Moved | None) -> Milestone:
    """Return one row of the chart; the contract's own day stands beside a day that replaces it."""
    day = change.day if change else one.planned
    note = page.word("milestone_moved", page.day(one.planned)) if change else ""
    return Milestone(short(one.name), day, one.actual, note, _reached(page, day, one.actual))


def _reached(page: Page, planned: datetime.date, actual: datetime.date | None) -> Mark:
    late = ((actual or page.on) - planned).days
    if actual is not None:
        return (
            Mark(page.word("reached_late", late), Tone.WARN)
            if late > 0
            else Mark(page.word("reached"), Tone.GOOD)
        )
    return Mark(page.word("overdue_days", late), Tone.BAD) if late > 0 else Mark(page.word("not_due"))


def _chart(page: Page, rows: Sequence[Milestone]) -> Timeline:
    words = TimelineWords(page.word("planned"), page.word("done"), page.word("asof"))
    return Timeline(rows, words, page.on)


def _timeline(page: Page, states: Sequence[InstalmentState]) -> Iterator[Block]:
    rows = []
    for state in states[:ROWS]:
        planned = state.due or state.forecast
        if planned is not None:
            paid = state.payments[-1].paid_on if state.payments else None
            rows.append(
                Milestone(
                    short(state.name),
                    planned.day,
                    paid,
                    page.money(state.amount),
                    _mark(page, state),
                )
            )
    if rows:
        yield Together(_chart(page, rows))


def _mark(page: Page, state: InstalmentState) -> Mark:
    if state.state is PaymentState.PAID:
        late = state.days_late
        return (
            Mark(page.word("paid_late", late), Tone.WARN)
            if late
            else Mark(page.label(state.state), Tone.GOOD)
        )
    if state.explained:
        return Mark(page.word("paid_short"), Tone.WARN)
    if state.days_overdue:
        return Mark(page.word("overdue_days", state.days_overdue), Tone.BAD)
    if state.state is PaymentState.OPEN:
        return Mark(page.word("not_due"))
    return Mark(page.label(state.state))


def _table(page: Page, states: Sequence[InstalmentState]) -> Table:
    names = ("instalment", "due", "amount", "paid", "paid_on", "remaining")
    shares = (0.165, 0.24, 0.155, 0.155, 0.13, 0.155)
    columns = [
        Column(page.word(f"col_{name}"), share, ALIGNED.get(name, "left"))
        for name, share in zip(names, shares, strict=True)
    ]
    rows = [row for state in states for row in _rows(page, state)]
    sums = totals(page.project, states)
    total = (
        Cell(page.word("payment_sum"), 2),
        page.money(sums.agreed),
        page.money(sums.paid),
        "",
        page.money(sums.remaining),
    )
    return Table(columns, [*rows, total], totals=1)


def _rows(page: Page, state: InstalmentState) -> Iterator[tuple[Content | Cell, ...]]:
    left: Content = page.money(state.remaining)
    if state.days_overdue and not state.explained:
        left = colored(page.money(state.remaining), Tone.BAD)
    days = list[str | Run]()
    for one in state.payments:
        made = [each.id for each in page.project.payments].index(one.id)
        days += ["\n"] * bool(days) + [page.day(one.paid_on), page.cite("payments", made)]
    yield (
        [said(state.name, *state.route, "name"), page.cite(*state.route)],
        _due(page, state),
        page.money(state.amount),
        page.money(state.paid) if state.paid else page.word("none"),
        days or page.word("none"),
        left if state.remaining else page.word("none"),
    )
    if state.change:
        yield (Cell(Run(page.word("payment_change", page.money(state.change)), tone=Tone.MUTED), 6),)
    if state.state is PaymentState.SHORT or state.days_late or state.change:
        for one in state.payments:
            if one.note:
                place = ("payments", [made.id for made in page.project.payments].index(one.id), "note")
                text = page.word("payment_note", page.day(one.paid_on), bare(one.note))
                yield (Cell(said(text, *place, tone=Tone.MUTED), 6),)


def _due(page: Page, state: InstalmentState) -> Content:
    row = state.instalment
    if state.due is None:
        text = page.word("payment_waiting", condition(page, row))
        if state.forecast:
            text += page.word("payment_forecast", page.day(state.forecast.day))
        return Run(text, tone=Tone.MUTED)
    day = page.day(state.due.day)
    return [day, Run(f"\n{condition(page, row)}", tone=Tone.MUTED)] if row.event else day
