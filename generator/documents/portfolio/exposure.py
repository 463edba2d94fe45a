"""How much is at stake: by currency, in yuan where every rate is stated, and how it is spread over the Party Bs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator import locale
from generator.derive.portfolio import Concentration, Converted
from generator.documents.filters import label
from generator.documents.portfolio.board import Board
from generator.model.price import Currency
from generator.render.pdf import (
    NOTE,
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
    Table,
    Tone,
)

MOST = 10
"""The largest Party Bs that are drawn for each currency."""


def exposure(board: Board) -> list[Block]:
    """Return the sums by currency; in yuan and summed only where every currency has a stated rate."""
    names = ("currency", "projects", "price", "paid", "remaining", "overdue")
    shares = (0.15, 0.13, 0.19, 0.18, 0.18, 0.17)
    columns = [
        Column(board.word(f"col_{name}"), share, "left" if name == "currency" else "right")
        for name, share in zip(names, shares, strict=True)
    ]
    rows: list[tuple[Content, ...]] = []
    for one in board.found.exposures:
        late: Content = board.money(one.late, one.currency)
        rows.append(
            (
                label(board.language, one.currency),
                str(one.projects),
                *(board.money(amount, one.currency) for amount in (one.gross, one.paid, one.remaining)),
                Run(str(late), bold=True, tone=Tone.BAD) if one.late else late,
            )
        )
    return [Prose(board.word("exposure_lead"), PLAIN, keep=True), Table(columns, rows), *_converted(board)]


def _converted(board: Board) -> list[Block]:
    found = board.found.converted
    if len(board.found.exposures) < 2:
        return []
    if found is None:
        return [Prose(board.word("no_rate"), NOTE)]
    names = ("currency", "rate", "price", "paid", "remaining")
    shares = (0.15, 0.31, 0.18, 0.18, 0.18)
    columns = [
        Column(board.word(f"col_{name}"), share, "left" if name in {"currency", "rate"} else "right")
        for name, share in zip(names, shares, strict=True)
    ]
    rows: list[tuple[Content, ...]] = [_in_yuan(board, one) for one in found]
    sums = [
        sum(column, Decimal(0))
        for column in zip(*((o.gross, o.paid, o.remaining) for o in found), strict=True)
    ]
    rows.append((board.word("sum"), "", *(board.money(amount, Currency.CNY) for amount in sums)))
    return [Prose(board.word("converted_lead"), PLAIN, keep=True), Table(columns, rows, totals=1)]


def _in_yuan(board: Board, one: Converted) -> tuple[Content, ...]:
    rate = board.word("none")
    if one.rate:
        day = locale.date_iso(one.rate.date)
        rate = board.word("rate", locale.number(one.rate.rate), day, one.rate.source)
    amounts = (one.gross, one.paid, one.remaining)
    return (
        label(board.language, one.exposure.currency),
        rate,
        *(board.money(a, Currency.CNY) for a in amounts),
    )


def concentration(board: Board) -> list[Block]:
    """Return the share of each Party B in the contracts of a currency, the largest first."""
    blocks: list[Block] = []
    for whole in board.found.exposures:
        own = [one for one in board.found.concentrations if one.currency is whole.currency]
        if own:
            blocks += _shares(board, own, whole.gross)
    return blocks or [Prose(board.word("plane_none"), PLAIN)]


def _shares(board: Board, own: Sequence[Concentration], whole: Decimal) -> list[Block]:
    first = own[0]
    top = sum((one.gross for one in own[:3]), Decimal(0))
    share = locale.percent(first.share.percent) if first.share else board.word("none")
    lead = board.word(
        "concentration_lead",
        label(board.language, first.currency),
        len(own),
        board.money(whole, first.currency),
        first.party_b,
        share,
        min(3, len(own)),
        locale.percent((top * 100 / whole).quantize(Decimal("0.01"))) if whole else board.word("none"),
    )
    bars = [
        Bar(
            one.party_b,
            Point(
                one.gross,
                f"{board.money(one.gross, one.currency)}　{locale.percent(one.share.percent) if one.share else ''}",
            ),
        )
        for one in own[:MOST]
    ]
    words = BarWords(board.word("col_price"), "", "", board.word("none"))
    return [Prose(lead, PLAIN, keep=True), BarChart(bars, words), *board.more(len(own) - MOST)]
