"""A project on a card: the few values that a portfolio of many projects is made of, each with its source place."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum

from generator.derive.actions import open_actions
from generator.derive.changes import price_now
from generator.derive.due import DueKind, due
from generator.derive.payments import instalment_states, totals
from generator.derive.periods import span, written
from generator.derive.risk import RiskLevel, counts, level, live
from generator.derive.score import evaluate
from generator.diagnostics import Route
from generator.model.common import Side
from generator.model.performance import Grade
from generator.model.price import Currency
from generator.model.profile import ProjectKind, ProjectState
from generator.model.project import Project
from generator.model.support import Outcome
from generator.model.value import record

AHEAD = 90
"""Days for which a card knows what falls due."""

RISKS = 5
"""The gravest risks that a card names, where they are high or extreme."""

_SIDES = {one.value: one for one in Side}

Where = Callable[[Route], str]
"""Returns the file and line of a place, such as ``specs/a/kpis.yaml:12``."""


class Standing(StrEnum):
    """Where a grade stands among the grades of its project."""

    GOOD = "good"
    MIDDLE = "middle"
    LOWEST = "lowest"


@record
class Score:
    """The score of one evaluation, 0 to 100; ``total`` is ``None`` where nothing could be scored."""

    period: str
    grade: str
    standing: Standing
    source: str
    total: Decimal | None = None


@record
class NamedRisk:
    """A risk that is high or extreme."""

    id: str
    title: str
    level: RiskLevel
    owner: str
    source: str


@record
class Task:
    """Something that is due; ``owner`` is a name or what the side is called, ``party`` the side that acts."""

    day: datetime.date
    kind: DueKind
    text: str
    owner: str
    id: str
    source: str
    party: Side | None = None


@record
class Lesson:
    """A case with the lesson that it taught."""

    title: str
    outcome: Outcome
    lesson: str
    tags: tuple[str, ...]
    source: str


@record
class Levels:
    """How many live risks stand at each level."""

    low: int
    medium: int
    high: int
    extreme: int


@record
class Card:
    """One project on the day ``on``, its own date.

    ``tags`` are the project's own and the categories of its risks. Amounts are in ``currency``: ``gross`` is the price with tax and signed changes, ``None`` where the contract has no total;
    ``agreed``, ``paid`` and ``remaining`` are of its instalments, ``late`` is what is overdue of them.
    """

    id: str
    name: str
    kind: ProjectKind
    state: ProjectState
    on: datetime.date
    party_b: str
    currency: Currency
    agreed: Decimal
    paid: Decimal
    remaining: Decimal
    late: Decimal
    start: datetime.date
    end: datetime.date
    scores: tuple[Score, ...]
    levels: Levels
    risks: tuple[NamedRisk, ...]
    tasks: tuple[Task, ...]
    actions: int
    late_actions: int
    lessons: tuple[Lesson, ...]
    tags: tuple[str, ...]
    source: str
    price_source: str
    gross: Decimal | None = None


def card(project: Project, where: Where) -> Card:
    """Return the card of ``project`` on its own date; ``where`` turns places into file and line."""
    on, contract = project.project.as_of, project.contract
    states = instalment_states(project, on)
    sums = totals(project, states)
    late = sum((one.remaining for one in states if one.days_overdue and not one.explained), Decimal(0))
    found, actions = counts(project), open_actions(project, on)
    return Card(
        id=project.project.id,
        name=project.project.name,
        kind=project.project.kind,
        state=project.project.state,
        on=on,
        party_b=project.parties.party_b.name,
        currency=contract.currency,
        gross=price_now(project),
        agreed=sums.agreed,
        paid=sums.paid,
        remaining=sums.remaining,
        late=late,
        start=contract.term.start,
        end=contract.term.end,
        scores=tuple(_scores(project, where)),
        levels=Levels(*(found[one] for one in RiskLevel)),
        risks=tuple(_risks(project, where)),
        tasks=tuple(_tasks(project, where)),
        actions=len(actions),
        late_actions=sum(one.days_overdue > 0 for one in actions),
        lessons=tuple(_lessons(project, where)),
        tags=tags_of(project),
        source=where(("project", "name")),
        price_source=where(("contract", "price")),
    )


def tags_of(project: Project) -> tuple[str, ...]:
    """Return what a project is about: its own tags and the categories of its risks."""
    return tuple(sorted({*project.project.tags, *(one.category.value for one in project.risks)}))


def standing(grade: Grade, grades: tuple[Grade, ...]) -> Standing:
    """Return where ``grade`` stands: the upper half of the grades is good, the last of several is the lowest."""
    ranked = sorted(grades, key=lambda one: one.min, reverse=True)
    rank = ranked.index(grade)
    if rank and rank == len(ranked) - 1:
        return Standing.LOWEST
    return Standing.GOOD if rank < len(ranked) / 2 else Standing.MIDDLE


def _scores(project: Project, where: Where) -> Iterator[Score]:
    past = [(at, one) for at, one in enumerate(project.evaluations) if one.date <= project.project.as_of]
    for at, one in sorted(past, key=lambda pair: (span(pair[1].period)[1], pair[1].date)):
        result = evaluate(project, one)
        total = result.total if result.scored else None
        grade = result.grade
        yield Score(
            written(one.period), grade.label, standing(grade, project.assessment.grades), where(("evaluations", at)), total
        )  # fmt: skip


def _risks(project: Project, where: Where) -> Iterator[NamedRisk]:
    names = {one.id: one.name for one in project.contacts}
    for one in live(project)[:RISKS]:
        found = level(one.current, project.risk_matrix)
        if found in {RiskLevel.HIGH, RiskLevel.EXTREME}:
            route = ("risks", project.risks.index(one))
            yield NamedRisk(one.id, one.title, found, names.get(one.owner, one.owner), where(route))


def _tasks(project: Project, where: Where) -> Iterator[Task]:
    people = {one.id: one for one in project.contacts}
    for row in due(project, project.project.as_of, AHEAD):
        if row.day is None:
            continue
        person = people.get(row.owner)
        party = _SIDES.get(row.owner if isinstance(row.owner, Side) else person.party.value if person else "")
        owner = "" if isinstance(row.owner, Side) else person.name if person else row.owner
        yield Task(row.day, row.kind, row.text, owner, row.id, where(row.route), party)


def _lessons(project: Project, where: Where) -> Iterator[Lesson]:
    for at, one in enumerate(project.cases):
        yield Lesson(one.title, one.outcome, one.lesson, one.tags, where(("cases", at)))
