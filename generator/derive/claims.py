"""What a claim for damages comes to: by the terms of the contract, every step kept, so that a reader can add it up again."""

from __future__ import annotations

import datetime
from decimal import Decimal

from generator.derive.changes import moved
from generator.derive.durations import end_of
from generator.derive.money import percent_of
from generator.derive.payments import InstalmentState, instalment_states
from generator.model.breach import DamagesBase
from generator.model.common import Side
from generator.model.project import Project
from generator.model.remedy import Claim
from generator.model.value import record

ZERO = Decimal(0)


@record
class Working:
    """How a claim comes about: ``amount`` = ``base`` × ``rate`` percent × ``times``, rounded half up, ``payable`` at most ``cap``.

    ``times`` counts days of delay, or occasions; for a sum for each occasion ``rate`` is ``None`` and ``base`` is that sum.
    ``due`` is the day from which delay counts, ``None`` where it is no delay. ``missing`` names what the arithmetic lacks.
    """

    base: Decimal = ZERO
    rate: Decimal | None = None
    times: int = 1
    amount: Decimal = ZERO
    cap: Decimal | None = None
    due: datetime.date | None = None
    clause: str = "breach"
    missing: str = ""

    @property
    def payable(self) -> Decimal:
        """Return the amount, at most the cap."""
        return self.amount if self.cap is None else min(self.amount, self.cap)


def working(project: Project, claim: Claim) -> Working:
    """Return how ``claim`` comes about; one that the contract has no terms for, or that lacks a figure, is zero and says so."""
    if claim.instalment:
        return _late_payment(project, claim)
    if claim.deliverable or claim.milestone:
        return _late_delivery(project, claim)
    return _agreed(project, claim)


def debtor(claim: Claim) -> Side:
    """Return the party that pays."""
    return Side.PARTY_B if claim.by is Side.PARTY_A else Side.PARTY_A


def _agreed(project: Project, claim: Claim) -> Working:
    """Return a claim by an item of the contract: a percentage of a base, or a sum for each time."""
    currency, count = project.contract.currency, claim.count or 1
    if claim.each is not None:
        return Working(claim.each, None, count, claim.each * count, claim.cap)
    if claim.base is None or claim.percent is None:
        return Working(missing="base" if claim.base is None else "percent")
    amount = percent_of(claim.base, claim.percent * count, currency)
    return Working(claim.base, claim.percent, count, amount, claim.cap)


def _late_delivery(project: Project, claim: Claim) -> Working:
    terms, contract = project.contract.breach.late_delivery, project.contract
    if terms is None:
        return Working(missing="late_delivery")
    base = contract.gross if terms.base is DamagesBase.CONTRACT_PRICE and claim.base is None else claim.base
    due, done = _delivery(project, claim)
    days = _days(claim, due, done or claim.until)
    if base is None or days is None:
        return Working(missing="base" if base is None else "until", due=due)
    return _by_the_day(project, base, terms.daily_rate, terms.cap_percent, days, due)


def _late_payment(project: Project, claim: Claim) -> Working:
    terms = project.contract.breach.late_payment
    if terms is None:
        return Working(missing="late_payment")
    state = _instalment(project, claim.instalment or "")
    if state is None or state.due is None:
        return Working(missing="instalment")
    due = end_of(state.due.day, terms.grace).day if terms.grace else state.due.day
    days = _days(claim, due, state.settled_on or claim.until)
    if days is None:
        return Working(missing="until", due=due)
    base = state.amount if claim.base is None else claim.base
    return _by_the_day(project, base, terms.daily_rate, terms.cap_percent, days, due)


def _by_the_day(
    project: Project, base: Decimal, rate: Decimal, cap: Decimal, days: int, due: datetime.date | None
) -> Working:
    currency = project.contract.currency
    amount = percent_of(base, rate * days, currency)
    return Working(base, rate, days, amount, percent_of(base, cap, currency), due)


def _days(claim: Claim, due: datetime.date | None, last: datetime.date | None) -> int | None:
    """Return the days of delay: those that both parties agree on, else those between the dates."""
    if claim.days is not None:
        return claim.days
    return max((last - due).days, 0) if due and last else None


def _delivery(project: Project, claim: Claim) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the day that holds for what is late, signed changes included, and the day on which it was done."""
    days = moved(project)
    for item in project.contract.deliverables:
        if item.id == claim.deliverable:
            change = days.get(("deliverable", item.id))
            return change.day if change else item.due, item.delivered_on
    for stone in project.contract.milestones:
        if stone.id == claim.milestone:
            change = days.get(("milestone", stone.id))
            return change.day if change else stone.planned, stone.actual
    return None, None


def _instalment(project: Project, identity: str) -> InstalmentState | None:
    states = instalment_states(project, project.project.as_of)
    return next((one for one in states if one.instalment.id == identity), None)
