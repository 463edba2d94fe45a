"""What signed changes make of the contract: the price after each, and the days before and after."""

from __future__ import annotations

import datetime
from decimal import Decimal

from generator.model.change import Change, ChangedDate, ChangeStatus
from generator.model.contract import Contract
from generator.model.project import Project
from generator.model.value import record

ZERO = Decimal(0)


@record
class PriceChange:
    """The price with tax around one change: what signed changes before it made of it, what is added, what it is then."""

    before: Decimal
    change: Decimal
    after: Decimal


@record
class DateChange:
    """One day around a change; ``name`` is the milestone's or deliverable's, ``None`` for the end of the term."""

    name: str | None
    before: datetime.date
    after: datetime.date
    days: int


def price_change(project: Project, change: Change) -> PriceChange | None:
    """Return the price around ``change``, ``None`` where the contract has no total.

    Of the other changes those count that were signed before it: the earlier day, on one day the earlier entry.
    """
    gross = project.contract.gross
    if gross is None:
        return None
    order = [one for one in _signed(project) if one.id != change.id]
    if change.agreed_on:
        mine = (change.agreed_on, project.changes.index(change))
        order = [one for one in order if (one.agreed_on, project.changes.index(one)) < mine]
    before = gross + sum((one.price or ZERO for one in order), ZERO)
    return PriceChange(before, change.price or ZERO, before + (change.price or ZERO))


def date_changes(contract: Contract, change: Change) -> tuple[DateChange, ...]:
    """Return each day that ``change`` moves, with the day of the contract as signed."""
    return tuple(_moved(contract, one) for one in change.dates)


def _signed(project: Project) -> list[Change]:
    return [one for one in project.changes if one.status is ChangeStatus.AGREED and one.agreed_on]


def _moved(contract: Contract, one: ChangedDate) -> DateChange:
    name, before = None, contract.term.end
    for stone in contract.milestones:
        if stone.id == one.milestone:
            name, before = stone.name, stone.planned
    for item in contract.deliverables:
        if item.id == one.deliverable:
            name, before = item.name, item.due
    return DateChange(name, before, one.date, (one.date - before).days)
