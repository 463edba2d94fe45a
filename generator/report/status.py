"""How the projects stand, as a table of 80 columns for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from generator.derive.card import Card, Standing
from generator.derive.portfolio import Portfolio, last_total
from generator.diagnostics import Text
from generator.locale import money, words
from generator.report.text import visible, width

WIDTH, GAP = 80, "  "
HEADS = (
    Text("项目", "project"),
    Text("状态", "state"),
    Text("得分", "score"),
    Text("等级", "grade"),
    Text("已付", "paid"),
    Text("逾期", "late"),
    Text("高风险", "risks"),
    Text("下次到期", "next due"),
)
COLOURS = {Standing.GOOD: "green", Standing.MIDDLE: "yellow", Standing.LOWEST: "red"}
LANGUAGES = {"zh": "zh-CN", "en": "en"}
NONE = "—"


def text(found: Portfolio, language: str) -> str:
    """Return a row for each project, the best score first, and the sums of each currency below."""
    cells = [_cells(found, one, language) for one in found.cards]
    heads = [one.of(language) for one in HEADS]
    widths = [max(width(row[at]) for row in (heads, *cells)) for at in range(len(heads))]
    widths[0] = max(12, min(widths[0], WIDTH - sum(widths[1:]) - len(GAP) * (len(widths) - 1)))
    lines = [click.style(_line(heads, widths), bold=True)]
    for one, row in zip(found.cards, cells, strict=True):
        colour = COLOURS[one.scores[-1].standing] if one.scores else None
        first, *others = _folded(row, widths)
        lines += [click.style(first, fg=colour) if colour == "red" else first, *others]
    return "\n".join((*lines, *_sums(found, language)))


def json_text(found: Portfolio) -> str:
    """Return a JSON object: the day, a row for each project, and the sums by currency; amounts are text."""
    late = {one.id: 0 for one in found.cards}
    for one, _ in found.late:
        late[one.id] += 1
    whole = {
        "as_of": found.on.isoformat(),
        "projects": [_record(found, one, late[one.id]) for one in found.cards],
        "exposure": [
            {
                "currency": one.currency.value,
                "price": str(one.gross),
                "paid": str(one.paid),
                "remaining": str(one.remaining),
                "overdue": str(one.late),
            }
            for one in found.exposures
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _record(found: Portfolio, one: Card, late: int) -> dict[str, Any]:
    total = last_total(one)
    following = _next(found, one)
    return {
        "id": one.id,
        "name": one.name,
        "party_b": one.party_b,
        "state": one.state.value,
        "as_of": one.on.isoformat(),
        "price": None if one.gross is None else str(one.gross),
        "currency": one.currency.value,
        "score": None if total is None else str(total),
        "period": one.scores[-1].period if one.scores else None,
        "grade": one.scores[-1].grade if one.scores else None,
        "overdue": late,
        "high_risks": one.levels.high + one.levels.extreme,
        "next_due": following,
        "location": one.source,
    }


def _next(found: Portfolio, one: Card) -> str | None:
    days = (task.day for task in one.tasks if task.day >= found.on)
    return min((day.isoformat() for day in days), default=None)


def _cells(found: Portfolio, one: Card, language: str) -> list[str]:
    total = last_total(one)
    late = sum(card is one for card, _ in found.late)
    share = f"{one.paid * 100 / one.agreed:.0f}%" if one.agreed else NONE
    state = words(LANGUAGES[language]).label("project_state", one.state.value)
    heavy = one.levels.high + one.levels.extreme
    score = NONE if total is None else str(total)
    grade = one.scores[-1].grade if one.scores else NONE
    following = _next(found, one) or NONE
    return [
        visible(each) for each in (one.name, state, score, grade, share, str(late), str(heavy), following)
    ]


def _sums(found: Portfolio, language: str) -> Iterator[str]:
    yield ""
    for one in found.exposures:
        amounts = [money(each, one.currency.value) for each in (one.gross, one.paid, one.remaining, one.late)]
        yield Text(
            f"合同总额 {amounts[0]}，已付 {amounts[1]}，未付 {amounts[2]}，其中逾期 {amounts[3]}",
            f"price {amounts[0]}, paid {amounts[1]}, unpaid {amounts[2]}, {amounts[3]} of it overdue",
        ).of(language)
    yield Text(
        f"{found.on.isoformat()}：{len(found.cards)} 个项目，逾期 {len(found.late)} 项",
        f"{found.on.isoformat()}: {len(found.cards)} projects, {len(found.late)} overdue",
    ).of(language)


def _folded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row: a long name goes on below."""
    name, rest = "", list[str]()
    for char in row[0]:
        if width(name + char) > widths[0]:
            rest.append(name)
            name = ""
        name += char
    parts = [*rest, name]
    yield _line([parts[0], *row[1:]], widths)
    yield from parts[1:]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (each - width(cell)) for cell, each in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()
