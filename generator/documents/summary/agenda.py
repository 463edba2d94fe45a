"""What is due: one list by day, overdue first, each row with who acts and where it is stated."""

from __future__ import annotations

from decimal import Decimal

from generator.derive.due import OPEN_WINDOW, DueKind, DueRow, due
from generator.derive.payments import PaymentState
from generator.documents.summary.page import Page, colored, said
from generator.documents.summary.payments import condition
from generator.render.pdf import NOTE, PLAIN, Block, Column, Content, Prose, Run, Table, Tone

MOST = 30
"""So many rows are shown; the number of all the others is told."""


def agenda(page: Page) -> list[Block]:
    """Return the list, or the one line that says that nothing is due."""
    rows = due(page.project, page.on)
    if not rows:
        nothing = page.word("due_none", page.long(page.on), OPEN_WINDOW)
        return [Prose(nothing, PLAIN), *_short_payments(page)]
    late = sum(row.days_overdue > 0 for row in rows)
    waiting = sum(row.day is None for row in rows)
    tail = page.word("due_waiting", waiting) if waiting else ""
    lead = page.word("due_lead", page.long(page.on), late, OPEN_WINDOW, len(rows) - late - waiting, tail)
    columns = (
        Column(page.word("col_day"), 0.125),
        Column(page.word("col_kind"), 0.115),
        Column(page.word("col_matter"), 0.37),
        Column(page.word("col_owner"), 0.105),
        Column(page.word("col_source"), 0.155),
        Column(page.word("col_state"), 0.13),
    )
    table = Table(columns, [_row(page, row) for row in rows[:MOST]])
    years = (year for row in rows for year in row.unpublished)
    return [
        Prose(lead, PLAIN, keep=True),
        table,
        *page.more(len(rows) - MOST),
        *_short_payments(page),
        *page.unpublished(years),
    ]


def _row(page: Page, row: DueRow) -> tuple[Content, ...]:
    text: list[str | Run] = [said(row.text, *row.route)]
    if row.period:
        text.append(f"（{page.period(row.period)}）")
    if row.kind is DueKind.INSTALMENT:
        states = (one for one in page.instalments if one.route == row.route)
        state = next(one for one in states if (one.due.day if one.due else None) == row.day)
        text.append(f"　{page.money(state.remaining)}")
        if row.day is None:
            text.append(f"（{condition(page, state.instalment)}）")
    return (
        page.day(row.day),
        page.label(row.kind),
        text,
        said(page.owner(row.owner), *row.route),
        _source(page, row),
        _state(page, row),
    )


def _source(page: Page, row: DueRow) -> Content:
    return [f"{page.word(f'from_{row.route[0]}')} {row.id}".strip(), page.cite(*row.route)]


def _state(page: Page, row: DueRow) -> Content:
    if row.day is None:
        return Run(page.label(PaymentState.WAITING), tone=Tone.MUTED)
    if row.days_overdue:
        return colored(page.word("overdue_days", row.days_overdue), Tone.BAD)
    left = (row.day - page.on).days
    return page.word("left_days", left) if left else colored(page.word("today"), Tone.WARN)


def _short_payments(page: Page) -> list[Block]:
    found = [state.remaining for state in page.instalments if state.explained]
    if not found:
        return []
    return [Prose(page.word("due_short", len(found), page.money(sum(found, Decimal(0)))), NOTE)]
