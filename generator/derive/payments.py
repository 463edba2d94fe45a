"""What is to be paid and what was: each instalment with the day on which it is due, its payments, and what is left."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from generator.derive.calendar import Due
from generator.derive.changes import added
from generator.derive.durations import end_of
from generator.derive.events import event_days
from generator.derive.instalments import Month, Part, allotted, parts
from generator.derive.money import Share, share_of
from generator.diagnostics import Route
from generator.model.contract import Contract
from generator.model.price import Instalment, PaymentEvent, PaymentRecord
from generator.model.project import Project
from generator.model.value import record

ZERO = Decimal(0)


class PaymentState(StrEnum):
    """Where an instalment stands."""

    PAID = "paid"
    SHORT = "short"
    OPEN = "open"
    WAITING = "waiting"


@record
class InstalmentState:
    """An instalment, or one ``month`` of it, on a day.

    ``due`` is the agreed day, or the end of its period after ``event_day``; ``None`` while the event has not happened.
    ``forecast`` is that end if the event happens on the day planned for it, where the contract states one that has not
    passed. ``settled_on`` is the day of the payment that made it whole. ``days_overdue`` counts from ``due`` to the
    day asked about while something is left, ``days_late`` from ``due`` to ``settled_on``. ``change`` is what of ``amount``
    comes from changes signed by then.
    """

    instalment: Instalment
    amount: Decimal
    change: Decimal
    event_day: datetime.date | None
    due: Due | None
    forecast: Due | None
    payments: tuple[PaymentRecord, ...]
    paid: Decimal
    remaining: Decimal
    state: PaymentState
    settled_on: datetime.date | None
    days_overdue: int
    days_late: int
    route: Route
    name: str
    month: Month | None

    @property
    def explained(self) -> bool:
        """Return whether less was paid than agreed and a payment says why (a deduction, an amount withheld)."""
        return self.state is PaymentState.SHORT and any(payment.note for payment in self.payments)


@record
class PaymentTotals:
    """The sums of all instalments; ``share`` is what was paid in percent of the price, ``None`` for a price of zero."""

    agreed: Decimal
    paid: Decimal
    remaining: Decimal
    share: Share | None


def instalment_states(project: Project, on: datetime.date) -> tuple[InstalmentState, ...]:
    """Return where each instalment stands on the day ``on``, in the order of the contract; later payments do not count.

    An instalment that is paid month by month has a state for each month.
    """
    happened = event_days(project.contract)
    return tuple(
        _state(
            project.contract,
            part,
            paid,
            part.month.last if part.month else happened.get(part.instalment.id),
            on,
        )
        for _, rows in groupby(parts(project.contract, added(project, on)), key=lambda part: part.index)
        for part, paid in _paid(project, tuple(rows), on)
    )


def totals(project: Project, states: Sequence[InstalmentState]) -> PaymentTotals:
    """Return what the instalments add up to."""
    whole, changed = project.contract.gross, sum((state.change for state in states), ZERO)
    agreed = sum((state.amount for state in states), ZERO)
    paid = sum((state.paid for state in states), ZERO)
    return PaymentTotals(
        agreed, paid, agreed - paid, share_of(paid, agreed if whole is None else whole + changed)
    )


def _paid(
    project: Project, rows: Sequence[Part], on: datetime.date
) -> Iterator[tuple[Part, tuple[PaymentRecord, ...]]]:
    """Yield the parts of one instalment, each with what was paid of it."""
    made = (one for one in project.payments if one.instalment == rows[0].instalment.id and one.paid_on <= on)
    yield from zip(rows, allotted(rows, sorted(made, key=lambda one: one.paid_on)), strict=True)


def _state(
    contract: Contract,
    part: Part,
    payments: tuple[PaymentRecord, ...],
    event_day: datetime.date | None,
    on: datetime.date,
) -> InstalmentState:
    row, amount = part.instalment, part.amount
    paid = sum((one.amount for one in payments), ZERO)
    due = Due(row.due) if row.due else _ends(row, event_day)
    if paid >= amount:
        state = PaymentState.PAID
    elif paid:
        state = PaymentState.SHORT
    else:
        state = PaymentState.OPEN if due else PaymentState.WAITING
    settled = _settled(payments, amount) if state is PaymentState.PAID else None
    return InstalmentState(
        row,
        amount,
        part.change,
        event_day,
        due,
        None if due else _forecast(contract, row, on),
        payments,
        paid,
        amount - paid,
        state,
        settled,
        max(0, (on - due.day).days) if due and state is not PaymentState.PAID else 0,
        max(0, (settled - due.day).days) if due and settled else 0,
        ("contract", "payment", "instalments", part.index),
        part.name,
        part.month,
    )


def _ends(row: Instalment, event_day: datetime.date | None) -> Due | None:
    if event_day is None:
        return None
    return end_of(event_day, row.within) if row.within else Due(event_day)


def expected(contract: Contract, part: Part) -> Due | None:
    """Return when a payment that waits for an event falls due if everything keeps to the contract, whatever happened.

    Signing, months, planned deliveries and milestones have a day; ``None`` for an agreed day, for acceptance, and
    while the contract is not signed.
    """
    if part.month:
        return _ends(part.instalment, part.month.last)
    if part.instalment.event is PaymentEvent.SIGNING:
        return _ends(part.instalment, contract.signing_date)
    return _ends(part.instalment, _planned(contract, part.instalment))


def _planned(contract: Contract, row: Instalment) -> datetime.date | None:
    """Return the day planned for the event; only milestones and deliveries have one."""
    if row.event is PaymentEvent.MILESTONE:
        return next((one.planned for one in contract.milestones if one.id == row.milestone), None)
    if row.event is PaymentEvent.DELIVERY:
        return next((one.due for one in contract.deliverables if one.id == row.deliverable), None)
    return None


def _forecast(contract: Contract, row: Instalment, on: datetime.date) -> Due | None:
    """Return when it falls due if its event keeps to the plan, and the day of the plan has not passed."""
    planned = _planned(contract, row)
    return _ends(row, planned) if planned and planned >= on else None


def _settled(payments: Sequence[PaymentRecord], amount: Decimal) -> datetime.date | None:
    total = ZERO
    for payment in payments:
        total += payment.amount
        if total >= amount:
            return payment.paid_on
    return None
