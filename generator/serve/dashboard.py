"""What all projects come to on their own days: what is due, scores, risks, payments by currency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.due import due
from generator.derive.payments import instalment_states, totals
from generator.derive.periods import span
from generator.derive.risk import RiskLevel, counts
from generator.derive.score import evaluate
from generator.diagnostics import Text
from generator.locale import money, number, words
from generator.locale.spans import period_text
from generator.model.common import Side
from generator.model.performance import Grade
from generator.model.price import Currency
from generator.model.project import Project

WINDOW = 30
"""Days ahead that what is due is listed for."""

ROWS = 200
"""The most rows that a list shows."""

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that is due; ``day`` is ISO, empty where its event has not happened; ``overdue`` counts days."""

    project: str
    name: str
    day: str
    kind: Text
    text: str
    owner: Text
    overdue: int


@dataclass(frozen=True, slots=True)
class DueGroup:
    """What is due, of one kind: ``overdue``, ``next`` or ``undated``; ``count`` is of all, ``rows`` are the first."""

    name: str
    count: int
    rows: tuple[DueItem, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The latest evaluation of a project; ``tone`` is good, warn or bad; ``history`` are all totals by time."""

    project: str
    name: str
    period: Text
    total: str
    grade: str
    tone: str
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskCount:
    """How many risks of one level are not closed."""

    level: str
    name: Text
    count: int


@dataclass(frozen=True, slots=True)
class Risks:
    """The risks of a project that are not closed, the gravest level first."""

    project: str
    name: str
    levels: tuple[RiskCount, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """The instalments of all projects in one currency, as amounts in figures; ``percent`` is what was paid of them."""

    currency: str
    agreed: str
    paid: str
    remaining: str
    overdue: str
    percent: int


@dataclass(frozen=True, slots=True)
class Board:
    """What one project brings to the dashboard; ``amounts`` are agreed, paid, remaining and overdue in ``currency``."""

    due: tuple[DueItem, ...]
    score: Score | None
    risks: Risks
    currency: Currency
    amounts: tuple[Decimal, Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that needs attention, the worst first; each project is judged by its own date.

    ``missing`` are the names of projects that have errors: nothing here counts them.
    """

    due: tuple[DueGroup, ...]
    scores: tuple[Score, ...]
    risks: tuple[Risks, ...]
    money: tuple[Money, ...]
    missing: tuple[str, ...] = ()


def board(key: str, project: Project) -> Board:
    """Return what ``project`` brings; ``key`` is what links to it lead to."""
    states = instalment_states(project, project.project.as_of)
    whole = totals(project, states)
    late = sum((one.remaining for one in states if one.days_overdue and not one.explained), ZERO)
    return Board(
        tuple(_due(key, project)),
        _score(key, project),
        _risks(key, project),
        project.contract.currency,
        (whole.agreed, whole.paid, whole.remaining, late),
    )


def dashboard(boards: Sequence[Board], missing: Iterable[str] = ()) -> Dashboard:
    """Return the dashboard of several projects; ``missing`` are the names of those that have none."""
    rows = sorted(
        (row for one in boards for row in one.due), key=lambda row: (not row.day, row.day, row.name)
    )
    scores = sorted((one.score for one in boards if one.score), key=lambda one: Decimal(one.history[-1]))
    risks = sorted(
        (one.risks for one in boards), key=lambda one: [level.count for level in one.levels], reverse=True
    )
    return Dashboard(
        (
            _group("overdue", [row for row in rows if row.overdue]),
            _group("next", [row for row in rows if row.day and not row.overdue]),
            _group("undated", [row for row in rows if not row.day]),
        ),
        tuple(scores[:ROWS]),
        tuple(risks[:ROWS]),
        tuple(_money(boards)),
        tuple(missing),
    )


def _group(name: str, rows: Sequence[DueItem]) -> DueGroup:
    return DueGroup(name, len(rows), tuple(rows[:ROWS]))


def _due(key: str, project: Project) -> Iterator[DueItem]:
    people = {contact.id: contact.name for contact in project.contacts}
    for row in due(project, project.project.as_of, WINDOW):
        owner = (
            label("side", row.owner)
            if isinstance(row.owner, Side)
            else Text(*[people.get(row.owner, row.owner)] * 2)
        )
        day = row.day.isoformat() if row.day else ""
        kind = label("due_kind", row.kind)
        yield DueItem(key, project.project.name, day, kind, row.text, owner, row.days_overdue)


def _score(key: str, project: Project) -> Score | None:
    on = project.project.as_of
    held = sorted((one for one in project.evaluations if one.date <= on), key=lambda one: span(one.period)[1])
    results = [(one, evaluate(project, one)) for one in held]
    scored = [(one, result) for one, result in results if result.scored]
    if not scored:
        return None
    last, result = scored[-1]
    period = Text(period_text(last.period, "zh-CN"), period_text(last.period, "en"))
    tone = _tone(result.grade, project.assessment.grades)
    history = tuple(str(one.total) for _, one in scored)
    name = project.project.name
    return Score(key, name, period, number(result.total), result.grade.label, tone, history)


def _tone(grade: Grade, grades: Sequence[Grade]) -> str:
    """Return the tone of a grade as the summary does: the upper half good, the lowest bad, what is between a warning."""
    ranked = sorted(grades, key=lambda one: one.min, reverse=True)
    rank = ranked.index(grade)
    if rank and rank == len(ranked) - 1:
        return "bad"
    return "good" if rank < len(ranked) / 2 else "warn"


def _risks(key: str, project: Project) -> Risks:
    found = counts(project)
    levels = (
        RiskCount(level.value, label("risk_level", level), found[level]) for level in reversed(RiskLevel)
    )
    return Risks(key, project.project.name, tuple(levels))


def _money(boards: Iterable[Board]) -> Iterator[Money]:
    sums: dict[Currency, list[Decimal]] = {}
    for one in boards:
        row = sums.setdefault(one.currency, [ZERO] * 4)
        for index, amount in enumerate(one.amounts):
            row[index] += amount
    for currency, row in sums.items():
        share = int(min(row[1] * 100 / row[0], Decimal(100))) if row[0] else 0
        agreed, paid, remaining, overdue = (money(amount, currency.value) for amount in row)
        yield Money(currency.value, agreed, paid, remaining, overdue, share)


def label(enum: str, value: str) -> Text:
    """Return the text of an enum value in both languages."""
    return Text(words("zh-CN").label(enum, value), words("en").label(enum, value))
