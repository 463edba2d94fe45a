"""What each instalment is paid in: at once, or month by month over the term; amounts add up to the last cent."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from types import MappingProxyType

from generator.derive.calendar import add_months
from generator.derive.money import WIDE, amounts_due, unit_of
from generator.model.contract import Contract, Term
from generator.model.price import Instalment, PaymentEvent, PaymentRecord
from generator.model.value import record

MOST_MONTHS = 600
_DAY = datetime.timedelta(days=1)
NOTHING: Mapping[str, Decimal] = MappingProxyType({})


@record
class Month:
    """One month of the term: its ``number`` of ``count``, its ``first`` and ``last`` day."""

    number: int
    count: int
    first: datetime.date
    last: datetime.date


@record
class Part:
    """One payment: an instalment, or one ``month`` of it; ``index`` is the place of the instalment in the contract.

    ``change`` is what of ``amount`` comes from signed changes of the price.
    """

    index: int
    instalment: Instalment
    amount: Decimal
    month: Month | None
    change: Decimal = Decimal(0)

    @property
    def name(self) -> str:
        """Return the instalment's name, with the number of the month where there are several."""
        month = self.month
        return f"{self.instalment.name} {month.number}/{month.count}" if month else self.instalment.name


def parts(contract: Contract, added: Mapping[str, Decimal] = NOTHING) -> tuple[Part, ...]:
    """Return the payments of ``contract`` in the order of its instalments, with what changes have ``added`` to each.

    What is added to an instalment that is paid month by month is not counted: it has no month (M157).
    """
    return tuple(
        part
        for index, (row, amount) in enumerate(zip(contract.instalments, amounts_due(contract), strict=True))
        for part in _parts(contract, index, row, amount, added.get(row.id, Decimal(0)))
    )


def months(term: Term, count: int | None = None) -> tuple[Month, ...]:
    """Return ``count`` months from the start of ``term``, by default those that begin within it, 600 at most.

    A month ends on the day before the one that corresponds to its first, or on the last day of the calendar month
    where that has no such day (Civil Code 202). By default the last one ends with the term.
    """
    ends = list[datetime.date]()
    while len(ends) < (count or MOST_MONTHS) and (count or not ends or ends[-1] < term.end):
        ends.append(_end(term.start, len(ends) + 1))
    if count is None:
        ends[-1] = min(ends[-1], term.end)
    firsts = [term.start, *(end + min(_DAY, datetime.date.max - end) for end in ends[:-1])]
    return tuple(
        Month(number, len(ends), first, last)
        for number, (first, last) in enumerate(zip(firsts, ends, strict=True), start=1)
    )


def equal(amount: Decimal, count: int, unit: Decimal) -> tuple[Decimal, ...]:
    """Return ``amount`` in ``count`` equal amounts of whole ``unit``s, the rest with the last."""
    each = WIDE.divide(amount, Decimal(count)).quantize(unit, ROUND_FLOOR, WIDE)
    return (*[each] * (count - 1), amount - each * (count - 1))


def allotted(
    rows: Sequence[Part], payments: Sequence[PaymentRecord]
) -> tuple[tuple[PaymentRecord, ...], ...]:
    """Return what of ``payments`` counts for each of ``rows``: for the month that it names, else the earliest open one.

    A payment that settles several (Civil Code 560) is cut; what is paid beyond all of them counts for the last.
    """
    found: list[list[PaymentRecord]] = [[] for _ in rows]
    room = [row.amount for row in rows]
    for payment in payments:
        if payment.month and payment.month <= len(rows):
            found[payment.month - 1].append(payment)
            room[payment.month - 1] -= payment.amount
    for payment in payments:
        if payment.month is None or payment.month > len(rows):
            for at, part in _spread(payment.amount, room):
                found[at].append(payment if part == payment.amount else replace(payment, amount=part))
                room[at] -= part
    return tuple(tuple(sorted(each, key=lambda one: one.paid_on)) for each in found)


def _spread(amount: Decimal, room: Sequence[Decimal]) -> Iterator[tuple[int, Decimal]]:
    """Yield the places that ``amount`` fills one after another, with what goes there; the last takes what is left."""
    last, left = len(room) - 1, amount
    for at in range(last):
        part = min(left, max(room[at], Decimal(0)))
        if part:
            yield at, part
            left -= part
    if left or not amount:
        yield last, left


def _parts(
    contract: Contract, index: int, row: Instalment, amount: Decimal, added: Decimal
) -> Iterator[Part]:
    if row.event is not PaymentEvent.MONTHLY:
        yield Part(index, row, amount + added, None, added)
        return
    found = months(contract.term, row.count)
    for month, each in zip(found, equal(amount, len(found), unit_of(contract.currency)), strict=True):
        yield Part(index, row, each, month)


def _end(start: datetime.date, count: int) -> datetime.date:
    try:
        if start.day == 1:
            return add_months(start, count).day - _DAY
        return add_months(start - _DAY, count).day
    except OverflowError:
        return datetime.date.max
