"""What the portfolio report is made of: its sections in order, each a function of the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator import locale
from generator.derive.card import Card, Standing
from generator.derive.portfolio import Portfolio, last_total
from generator.documents.filters import label
from generator.documents.portfolio.board import Board, badge
from generator.documents.portfolio.exposure import concentration, exposure
from generator.documents.portfolio.lists import due, lessons, risks
from generator.render import pdf
from generator.render.pdf import (
    NOTE,
    PLAIN,
    Block,
    Column,
    Content,
    Dot,
    Heading,
    Prose,
    Run,
    Scatter,
    Table,
    Tile,
    Tiles,
    Title,
    Tone,
)

__all__ = ["Board", "document"]

GROUPS = (Standing.GOOD, Standing.MIDDLE, Standing.LOWEST)
TREND = {1: "↑", 0: "→", -1: "↓"}


def document(board: Board, properties: pdf.Properties) -> pdf.Document:
    """Return everything that the PDF is made of."""
    blocks: list[Block] = [*_head(board)]
    for number, (key, section) in enumerate((*SECTIONS, ("sources", _sources)), 1):
        content = section(board)
        counted = locale.chinese_number(number) if board.language.startswith("zh") else str(number)
        blocks += [Heading(board.word("heading", counted, board.word(key))), *content]
    return pdf.Document(
        properties,
        blocks,
        lambda at, count: board.word("page", at, count),
        board.word("title"),
        "",
        board.word("footer", locale.date_iso(board.found.on)),
    )


def _head(board: Board) -> Sequence[Block]:
    found = board.found
    days = sorted({one.on for one in found.cards})
    asof = locale.date_text(found.on, board.language)
    blocks: list[Block] = [
        Title(board.word("title"), board.word("subtitle", len(found.cards), asof)),
        Tiles(_tiles(board)),
    ]
    if len(days) > 1:
        blocks.append(Prose(board.word("dates", locale.date_iso(days[0]), locale.date_iso(days[-1])), NOTE))
    if board.broken:
        names = locale.join(list(board.broken), board.language)
        blocks.append(
            Prose(Run(board.word("broken", len(board.broken), names), bold=True, tone=Tone.BAD), PLAIN)
        )
    return blocks


def _tiles(board: Board) -> Sequence[Tile]:
    found = board.found
    totals = [total for one in found.cards if (total := last_total(one)) is not None]
    lowest = sum(one.scores[-1].standing is Standing.LOWEST for one in found.cards if one.scores)
    extreme, high = (sum(getattr(one.levels, name) for one in found.cards) for name in ("extreme", "high"))
    return (
        Tile(
            board.word("tile_projects"), str(len(found.cards)), board.word("tile_projects_note", len(totals))
        ),
        Tile(
            board.word("tile_late"), str(len(found.late)), board.word("tile_late_note", _late_projects(found))
        ),
        Tile(board.word("tile_lowest"), str(lowest), board.word("tile_lowest_note")),
        Tile(board.word("tile_risks"), str(extreme + high), board.word("tile_risks_note", extreme, high)),
    )


def _late_projects(found: Portfolio) -> int:
    return len({one.id for one, _ in found.late})


def ranking(board: Board) -> list[Block]:
    """Return all projects, the best score first, those without one last."""
    names = ("rank", "project", "party_b", "price", "score", "grade", "trend", "late", "risk")
    shares = (0.06, 0.23, 0.2, 0.16, 0.08, 0.08, 0.06, 0.06, 0.07)
    right = {"rank", "price", "score", "late", "risk"}
    columns = [
        Column(
            board.word(f"col_{name}"),
            share,
            "right" if name in right else "center" if name == "trend" else "left",
        )
        for name, share in zip(names, shares, strict=True)
    ]
    late: dict[str, int] = {}
    for one, _ in board.found.late:
        late[one.id] = late.get(one.id, 0) + 1
    rows = [_ranked(board, at, one, late.get(one.id, 0)) for at, one in enumerate(board.found.cards, 1)]
    return [Prose(board.word("rank_lead"), PLAIN, keep=True), Table(columns, rows)]


def _ranked(board: Board, at: int, one: Card, late: int) -> tuple[Content, ...]:
    total = last_total(one)
    none = board.word("none")
    heavy = one.levels.high + one.levels.extreme
    return (
        str(at),
        [one.name, board.sources.cite(one.source)],
        one.party_b,
        none
        if one.gross is None
        else [board.money(one.gross, one.currency), board.sources.cite(one.price_source)],
        none if total is None else [f"{total}", board.sources.cite(one.scores[-1].source)],
        badge(one) if one.scores else none,
        _trend(one) or none,
        Run(str(late), bold=True, tone=Tone.BAD) if late else "0",
        Run(str(heavy), bold=True, tone=Tone.WARN) if heavy else "0",
    )


def _trend(one: Card) -> str:
    scored = [score.total for score in one.scores if score.total is not None]
    if len(scored) < 2:
        return ""
    return TREND[(scored[-1] > scored[-2]) - (scored[-1] < scored[-2])]


def plane(board: Board) -> list[Block]:
    """Return score against value, one plot for each currency with a project that has both."""
    blocks: list[Block] = []
    for one in board.found.exposures:
        dots = [
            Dot(total, card.gross, str(at), GROUPS.index(card.scores[-1].standing))
            for at, card in enumerate(board.found.cards, 1)
            if card.currency is one.currency
            and card.gross is not None
            and (total := last_total(card)) is not None
        ]
        if dots:
            blocks.append(
                Scatter(
                    dots,
                    board.word("score_axis"),
                    board.word("value_axis", label(board.language, one.currency)),
                    [board.word(f"standing_{group.value}") for group in GROUPS],
                    (min(dot.x for dot in dots), max(dot.x for dot in dots)),
                )
            )
    if not blocks:
        return [Prose(board.word("plane_none"), PLAIN)]
    return [Prose(board.word("plane_lead"), PLAIN, keep=True), *blocks]


def _sources(board: Board) -> list[Block]:
    return [
        Prose(board.word("sources_lead"), PLAIN, keep=True),
        *board.sources.table(board.word("col_file"), board.word("col_lines"), board.language),
    ]


SECTIONS: tuple[tuple[str, Callable[[Board], list[Block]]], ...] = (
    ("ranking", ranking),
    ("plane", plane),
    ("exposure", exposure),
    ("concentration", concentration),
    ("due", due),
    ("risks", risks),
    ("lessons", lessons),
)
"""What stands in the report, in this order, each with the word of its heading."""
