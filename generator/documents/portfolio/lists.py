"""Lists over all projects: what is due, the gravest risks, the lessons."""

from __future__ import annotations

from generator import locale
from generator.derive.card import Card, Task
from generator.derive.risk import RiskLevel
from generator.documents.filters import label
from generator.documents.portfolio.board import Board
from generator.render.pdf import PLAIN, Block, Column, Content, Prose, Run, Table, Tone

TASKS, RISKS, LESSONS = 60, 20, 20
"""The most rows of each list; the number of the others is told."""


def due(board: Board) -> list[Block]:
    """Return what is overdue or falls due in all projects, the oldest first."""
    tasks = board.found.tasks
    until = locale.date_text(board.found.until, board.language)
    if not tasks:
        return [Prose(board.word("due_none", until), PLAIN)]
    lead = board.word("due_lead", len(board.found.late), until, len(tasks) - len(board.found.late))
    columns = _columns(
        board, ("day", "kind", "matter", "owner", "project", "state"), (0.12, 0.12, 0.31, 0.11, 0.22, 0.12)
    )
    rows = [_task(board, one, task) for one, task in tasks[:TASKS]]
    return [Prose(lead, PLAIN, keep=True), Table(columns, rows), *board.more(len(tasks) - TASKS)]


def _task(board: Board, one: Card, task: Task) -> tuple[Content, ...]:
    left = (task.day - board.found.on).days
    state: Content = board.word("left", left)
    if left < 0:
        state = Run(board.word("overdue", -left), bold=True, tone=Tone.BAD)
    owner = task.owner or (label(board.language, task.party) if task.party else board.word("none"))
    return (
        locale.date_iso(task.day),
        label(board.language, task.kind),
        [task.text, board.sources.cite(task.source)],
        owner,
        one.name,
        state,
    )


def risks(board: Board) -> list[Block]:
    """Return the high and extreme risks of all projects."""
    found = board.found.risks
    if not found:
        return [Prose(board.word("risks_none"), PLAIN)]
    columns = _columns(board, ("id", "risk_title", "level", "owner", "project"), (0.1, 0.42, 0.1, 0.12, 0.26))
    rows: list[tuple[Content, ...]] = [
        (
            one.id,
            [one.title, board.sources.cite(one.source)],
            Run(label(board.language, one.level), bold=one.level is RiskLevel.EXTREME, tone=Tone.BAD),
            one.owner,
            card.name,
        )
        for card, one in found[:RISKS]
    ]
    return [Table(columns, rows), *board.more(len(found) - RISKS)]


def lessons(board: Board) -> list[Block]:
    """Return the lessons of all projects' cases, each with its project."""
    found = board.found.lessons
    if not found:
        return [Prose(board.word("lessons_none"), PLAIN)]
    columns = _columns(board, ("case", "outcome", "lesson", "project"), (0.24, 0.08, 0.44, 0.24))
    rows: list[tuple[Content, ...]] = [
        (
            [one.title, board.sources.cite(one.source)],
            label(board.language, one.outcome),
            [
                one.lesson,
                *(
                    [Run(f"（{locale.join(list(one.tags), board.language)}）", tone=Tone.MUTED)]
                    if one.tags
                    else []
                ),
            ],
            card.name,
        )
        for card, one in found[:LESSONS]
    ]
    return [Table(columns, rows), *board.more(len(found) - LESSONS)]


def _columns(board: Board, names: tuple[str, ...], shares: tuple[float, ...]) -> list[Column]:
    return [Column(board.word(f"col_{name}"), share) for name, share in zip(names, shares, strict=True)]
