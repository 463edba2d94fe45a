"""What signed changes make of the contract: the price after each, and the days before and after."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.change import Change, ChangedDate, ChangeStatus
from generator.model.contract import Contract
from generator.model.project import Project
from generator.model.value import record

ZERO = Decimal(0)
Subject = tuple[str, str]
"""What has an agreed day: ``milestone`` or ``deliverable`` with its id, or ``term`` with nothing."""


@record
class PriceChange:
    """The price with tax around one change, in the contract's currency.

    ``original`` is what the contract says, ``earlier`` the sum of the changes signed before this one; ``before`` is both
    together, ``after`` has this ``change`` in it.
    """

    original: Decimal
    earlier: Decimal
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


@record
class Moved:
    """The day that a signed change has put in the place of the contract's, and the number of that change."""

    day: datetime.date
    number: str


def price_change(project: Project, change: Change) -> PriceChange | None:
    """Return the price around ``change``, ``None`` where the contract has no total."""
    gross = project.contract.gross
    if gross is None:
        return None
    earlier, own = _sum(_earlier(project, change)), change.price or ZERO
    return PriceChange(gross, earlier, gross + earlier, own, gross + earlier + own)


def price_now(project: Project) -> Decimal | None:
    """Return the price with tax after every signed change, ``None`` where the contract has no total."""
    gross = project.contract.gross
    return None if gross is None else gross + _sum(signed(project))


def added(project: Project, on: datetime.date) -> dict[str, Decimal]:
    """Return what changes signed by the day ``on`` add to instalments (or take from them), by instalment."""
    return {key: _sum(rows) for key, rows in changing(project, on).items()}


def changing(project: Project, on: datetime.date) -> dict[str, list[Change]]:
    """Return by instalment the changes signed by the day ``on`` whose price is paid with it, or deducted from it."""
    found = dict[str, list[Change]]()
    for one in signed(project):
        if one.instalment and one.price and one.agreed_on and one.agreed_on <= on:
            found.setdefault(one.instalment, []).append(one)
    return found


def date_changes(project: Project, change: Change) -> tuple[DateChange, ...]:
    """Return each day that ``change`` moves, with the day that held before: the contract's, or an earlier change's."""
    earlier = _moved(_earlier(project, change))
    return tuple(_around(project.contract, one, earlier) for one in change.dates)


def moved(project: Project) -> dict[Subject, Moved]:
    """Return what signed changes have moved, each with its last day; the contract's own days stay what they are."""
    return _moved(signed(project))


def signed(project: Project) -> list[Change]:
    """Return the signed changes in the order of signature, on one day as they are entered."""
    found = [one for one in project.changes if one.status is ChangeStatus.AGREED and one.agreed_on]
    return sorted(found, key=lambda one: one.agreed_on or datetime.date.max)


def subject(one: ChangedDate) -> Subject:
    """Return what ``one`` moves."""
    if one.milestone is not None:
        return "milestone", one.milestone
    return ("deliverable", one.deliverable) if one.deliverable is not None else ("term", "")


def agreed_days(contract: Contract) -> Iterator[tuple[Subject, str | None, datetime.date]]:
    """Yield everything of ``contract`` that a change may move, with its name and the contract's day."""
    yield ("term", ""), None, contract.term.end
    for stone in contract.milestones:
        yield ("milestone", stone.id), stone.name, stone.planned
    for item in contract.deliverables:
        yield ("deliverable", item.id), item.name, item.due


def _earlier(project: Project, change: Change) -> list[Change]:
    """Return the changes signed before ``change``; all signed ones where it is not signed itself."""
    order = signed(project)
    return order[: order.index(change)] if change in order else order


def _sum(changes: Sequence[Change]) -> Decimal:
    return sum((one.price or ZERO for one in changes), ZERO)


def _moved(changes: Sequence[Change]) -> dict[Subject, Moved]:
    return {subject(day): Moved(day.date, one.number) for one in changes for day in one.dates}


def _around(contract: Contract, one: ChangedDate, earlier: dict[Subject, Moved]) -> DateChange:
    key = subject(one)
    name, day = next((name, day) for each, name, day in agreed_days(contract) if each == key)
    before = earlier[key].day if key in earlier else day
    return DateChange(name, before, one.date, (one.date - before).days)
