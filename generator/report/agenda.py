"""What is due in each project, as a table of 80 columns for people and as JSON for programs."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from generator.derive.due import DueRow, due
from generator.diagnostics import Span, Text
from generator.locale import words
from generator.locale.spans import period_text
from generator.model.common import Side
from generator.model.project import Project
from generator.model.value import record
from generator.report.machine import position
from generator.report.text import visible, width

WIDTH = 80
NAMES = (Text("日期", "day"), Text("状态", "state"), Text("类别", "kind"), Text("责任方", "who"))
MATTER = Text("事项", "matter")
NOTHING = Text("没有逾期或者到期的事项", "nothing is overdue or falls due")
UNDATED = Text("待触发", "waiting")
ESTIMATED = Text(
    "{}年放假安排尚未公布，涉及日期为估算", "holidays of {} are not published: days are estimates"
)
GAP = "  "
LANGUAGES = {"zh": "zh-CN", "en": "en"}
"""The language of the words for each language of messages."""


@record
class Board:
    """One project with what is due, each row with the place where it is stated."""

    project: Project
    rows: tuple[tuple[DueRow, Span | None], ...]


def wanted(project: Project, within: int, party: Side | None) -> tuple[DueRow, ...]:
    """Return what is overdue on the project's own day or falls due within days; of one ``party`` where it is named."""
    sides = {contact.id: contact.party.value for contact in project.contacts}
    rows = due(project, project.project.as_of, within)
    return tuple(row for row in rows if party is None or sides.get(row.owner, row.owner) == party)


def text(boards: Sequence[Board], language: str) -> str:
    """Return a table for each project, late rows in red; colours are ANSI codes that ``click.echo`` may strip."""
    return "\n\n".join("\n".join(_table(board, language)) for board in boards)


def json_text(boards: Sequence[Board], language: str) -> str:
    """Return a JSON array, one object for each row; days are ISO, ``null`` where their event has not happened."""
    rows = [_record(board.project, row, place, language) for board in boards for row, place in board.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _record(project: Project, row: DueRow, place: Span | None, language: str) -> dict[str, Any]:
    return {
        "project": project.project.id,
        "as_of": project.project.as_of.isoformat(),
        "day": row.day.isoformat() if row.day else None,
        "kind": row.kind.value,
        "text": _matter(row, language),
        "id": row.id or None,
        "owner": _owner(project, row, language),
        "party": _party(project, row),
        "days_overdue": row.days_overdue,
        "estimated": bool(row.unpublished),
        "location": position(place),
    }


def _table(board: Board, language: str) -> Iterator[str]:
    project = board.project
    name = f"{project.project.name}  {project.contract.number}  {project.project.as_of.isoformat()}"
    yield from (click.style(line, bold=True) for line in _wrapped(visible(name), WIDTH))
    cells = [_cells(project, row, language) for row, _ in board.rows]
    if not cells:
        yield NOTHING.of(language)
        return
    heads = [name.of(language) for name in NAMES]
    widths = [max(width(row[at]) for row in (heads, *cells)) for at in range(len(heads))]
    widths[3] = min(widths[3], 16)
    rest = max(20, WIDTH - sum(widths) - len(GAP) * len(widths))
    yield from _lines([*heads, MATTER.of(language)], [*widths, rest])
    for row, cell in zip(board.rows, cells, strict=True):
        lines = _lines(cell, [*widths, rest])
        yield from (click.style(line, fg="red") if row[0].days_overdue else line for line in lines)
    years = sorted({year for row, _ in board.rows for year in row.unpublished})
    if years:
        yield from _wrapped(ESTIMATED.of(language).format(", ".join(map(str, years))), WIDTH)


def _cells(project: Project, row: DueRow, language: str) -> list[str]:
    kind = words(LANGUAGES[language]).label("due_kind", row.kind.value)
    day = row.day.isoformat() if row.day else ""
    cells = [day, _state(row, project.project.as_of, language), kind, _owner(project, row, language)]
    return [visible(cell) for cell in (*cells, _matter(row, language))]


def _state(row: DueRow, on: datetime.date, language: str) -> str:
    word = words(LANGUAGES[language]).word
    if row.day is None:
        return UNDATED.of(language)
    if row.days_overdue:
        return word("summary_overdue_days").format(row.days_overdue)
    left = (row.day - on).days
    return word("summary_left_days").format(left) if left else word("summary_today")


def _matter(row: DueRow, language: str) -> str:
    return f"{row.text} {period_text(row.period, LANGUAGES[language])}" if row.period else row.text


def _owner(project: Project, row: DueRow, language: str) -> str:
    if isinstance(row.owner, Side):
        return words(LANGUAGES[language]).label("side", row.owner.value)
    return next((one.name for one in project.contacts if one.id == row.owner), row.owner)


def _party(project: Project, row: DueRow) -> str | None:
    if isinstance(row.owner, Side):
        return row.owner.value
    return next((one.party.value for one in project.contacts if one.id == row.owner), None)


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row: what is too long for its column goes on below, nothing is cut."""
    columns = [list(_wrapped(cell, each)) for cell, each in zip(cells, widths, strict=True)]
    for at in range(max(map(len, columns))):
        parts = [column[at] if at < len(column) else "" for column in columns]
        padded = (part + " " * (each - width(part)) for part, each in zip(parts, widths, strict=True))
        yield GAP.join(padded).rstrip()


def _wrapped(string: str, room: int) -> Iterator[str]:
    line = ""
    for char in string:
        if line and width(line + char) > room:
            yield line
            line = ""
        line += char
    yield line
