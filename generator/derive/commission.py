"""What commission comes to: the base of each settlement period, its tiers, what is taken back, and what is to be paid.

Each tier's part of a commission is rounded to the minor unit of the currency, half up; everything else is sums of such
parts, so that every printed line can be checked with a pocket calculator.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from generator.derive.calendar import Due
from generator.derive.durations import end_of
from generator.derive.money import percent_of
from generator.derive.periods import PERIODS, holding, span
from generator.model.common import Period
from generator.model.price import Currency
from generator.model.project import Project
from generator.model.sales import Commission, CommissionTier, SalesRecord, SalesRecordKind, TierMethod
from generator.model.value import record

ZERO = Decimal(0)
TAKING_BACK = frozenset({SalesRecordKind.RETURNED, SalesRecordKind.BAD_DEBT})


@record
class TierPart:
    """The part of a base that one tier's rate applies to, and the commission on it, rounded half up."""

    tier: CommissionTier
    base: Decimal
    amount: Decimal


@record
class Clawback:
    """What is taken back of the commission of an earlier ``period``: ``amount`` = ``before`` − ``after``.

    ``before`` and ``after`` are its commission on ``base`` and on what is ``left`` without the amounts of ``records``;
    ``base_parts`` and ``left_parts`` are the tiers of both.
    """

    period: Period
    records: tuple[SalesRecord, ...]
    base: Decimal
    base_parts: tuple[TierPart, ...]
    before: Decimal
    left: Decimal
    left_parts: tuple[TierPart, ...]
    after: Decimal
    amount: Decimal


@record
class Settlement:
    """One settlement period.

    ``base`` is ``counted`` less ``deducted``, which was sold and taken back within the period. ``late`` was taken back
    after the time agreed for it and changes nothing. ``net`` is commission − taken back − ``brought`` forward; where
    it is negative nothing is payable and it is ``carried`` to the next period. ``due`` is the last day of payment if
    the statement is confirmed on the last day of the period: the earliest there is.
    """

    period: Period
    first: datetime.date
    last: datetime.date
    counted: tuple[SalesRecord, ...]
    deducted: tuple[SalesRecord, ...]
    base: Decimal
    parts: tuple[TierPart, ...]
    commission: Decimal
    clawbacks: tuple[Clawback, ...]
    late: tuple[SalesRecord, ...]
    brought: Decimal
    payable: Decimal
    carried: Decimal
    due: Due


def tier_parts(
    tiers: Sequence[CommissionTier],
    method: TierMethod,
    base: Decimal,
    currency: Currency = Currency.CNY,
) -> tuple[TierPart, ...]:
    """Return the tiers that ``base`` reaches, each with its part: all of it at one rate where the method is whole.

    A tier begins with its ``at_least`` and ends before its ``below``. A base of zero or less has no part.
    """
    reached = [tier for tier in tiers if base > 0 and tier.at_least <= base]
    if method is TierMethod.WHOLE:
        bases = {len(reached) - 1: base} if reached else {}
    else:
        ends = [base if tier.below is None else min(base, tier.below) for tier in reached]
        bases = {at: end - reached[at].at_least for at, end in enumerate(ends) if end > reached[at].at_least}
    return tuple(
        TierPart(reached[at], part, percent_of(part, reached[at].rate, currency))
        for at, part in bases.items()
    )


def commission_on(terms: Commission, base: Decimal, currency: Currency = Currency.CNY) -> Decimal:
    """Return the commission on the ``base`` of one settlement period, in the minor unit of ``currency``."""
    return _sum(tier_parts(terms.tiers, terms.method, base, currency))


def settlements(project: Project, on: datetime.date) -> tuple[Settlement, ...]:
    """Return the settlement periods that have records and ended by the day ``on``, the earliest first."""
    terms = project.contract.sales.commission if project.contract.sales else None
    return tuple(_settled(project, terms, on)) if terms else ()


def counting_kind(terms: Commission) -> SalesRecordKind:
    """Return the kind of the records that make up the base."""
    return SalesRecordKind(terms.base.value)


def _settled(project: Project, terms: Commission, on: datetime.date) -> Iterator[Settlement]:
    kind = PERIODS[terms.settlement]
    records = sorted(project.sales_records, key=lambda one: (one.date, one.id))
    originals = {one.id: one for one in records if one.kind is counting_kind(terms)}
    known = [one for one in records if one.id in originals or _original(one, originals)]
    bases = dict[Period, Decimal]()
    brought = ZERO
    for period, group in groupby(known, key=lambda one: holding(kind, one.date)):
        if span(period)[1] > on:
            return
        row = _row(project, terms, period, tuple(group), originals, bases, brought)
        bases[period] = row.base
        for one in row.clawbacks:
            bases[one.period] = one.left
        brought = row.carried
        yield row


def _row(
    project: Project,
    terms: Commission,
    period: Period,
    records: Sequence[SalesRecord],
    originals: Mapping[str, SalesRecord],
    bases: Mapping[Period, Decimal],
    brought: Decimal,
) -> Settlement:
    currency, (first, last) = project.contract.currency, span(period)
    counted = tuple(one for one in records if one.id in originals)
    back = [
        (one, holding(period.kind, originals[one.refers or ""].date))
        for one in records
        if one.id not in originals
    ]
    deducted = tuple(one for one, sold in back if sold >= period)
    earlier = [(one, sold, _in_time(terms, sold, one.date)) for one, sold in back if sold < period]
    clawbacks = tuple(_clawbacks(terms, currency, [one[:2] for one in earlier if one[2]], bases))
    base = total(counted) - total(deducted)
    parts = tier_parts(terms.tiers, terms.method, base, currency)
    commission = _sum(parts)
    net = commission - sum((one.amount for one in clawbacks), ZERO) - brought
    return Settlement(
        period,
        first,
        last,
        counted,
        deducted,
        base,
        parts,
        commission,
        clawbacks,
        tuple(one for one, _, in_time in earlier if not in_time),
        brought,
        max(net, ZERO),
        max(-net, ZERO),
        end_of(last, terms.pay_within),
    )


def total(records: Sequence[SalesRecord]) -> Decimal:
    """Return what the amounts of ``records`` add up to."""
    return sum((one.amount for one in records), ZERO)


def _original(one: SalesRecord, originals: Mapping[str, SalesRecord]) -> bool:
    return one.kind in TAKING_BACK and one.refers in originals


def _in_time(terms: Commission, sold: Period, day: datetime.date) -> bool:
    """Return whether commission of the period ``sold`` can be taken back on ``day``: the time runs from its end."""
    return terms.clawback_within is not None and day <= end_of(span(sold)[1], terms.clawback_within).day


def _clawbacks(
    terms: Commission,
    currency: Currency,
    back: Sequence[tuple[SalesRecord, Period]],
    bases: Mapping[Period, Decimal],
) -> Iterator[Clawback]:
    ordered = sorted(back, key=lambda one: one[1])
    for period, group in groupby(ordered, key=lambda one: one[1]):
        records = tuple(one for one, _ in group)
        base = bases[period]
        left = base - total(records)
        parts = [tier_parts(terms.tiers, terms.method, one, currency) for one in (base, left)]
        before, after = (_sum(one) for one in parts)
        yield Clawback(period, records, base, parts[0], before, left, parts[1], after, before - after)


def _sum(parts: Sequence[TierPart]) -> Decimal:
    return sum((part.amount for part in parts), ZERO)
