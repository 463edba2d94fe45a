"""What many projects come to: ranking, exposure by currency, concentration, and what is due in all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from generator.derive.card import Card, Lesson, NamedRisk, Task
from generator.derive.money import HUNDRED, Share, percent_of, share_of
from generator.derive.risk import RiskLevel
from generator.model.price import Currency
from generator.model.value import record
from generator.model.workspace import ExchangeRate

ZERO = Decimal(0)


@record
class Exposure:
    """What the contracts in one currency come to; ``projects`` counts those with a total, whose ``gross`` is summed."""

    currency: Currency
    projects: int
    gross: Decimal
    paid: Decimal
    remaining: Decimal
    late: Decimal


@record
class Converted:
    """An exposure in yuan at the stated ``rate``, rounded half up to the cent; yuan have no rate."""

    exposure: Exposure
    rate: ExchangeRate | None
    gross: Decimal
    paid: Decimal
    remaining: Decimal


@record
class Concentration:
    """What one Party B has of the contracts in a currency."""

    party_b: str
    currency: Currency
    projects: int
    gross: Decimal
    share: Share | None


@record
class Portfolio:
    """Many projects on the day ``on``, the latest of their own dates; ``cards`` are ranked, the best score first.

    ``converted`` is in yuan and ``None`` unless every currency has a rate. ``tasks`` are overdue or due by ``until``.
    """

    on: datetime.date
    until: datetime.date
    cards: tuple[Card, ...]
    exposures: tuple[Exposure, ...]
    converted: tuple[Converted, ...] | None
    concentrations: tuple[Concentration, ...]
    tasks: tuple[tuple[Card, Task], ...]
    risks: tuple[tuple[Card, NamedRisk], ...]
    lessons: tuple[tuple[Card, Lesson], ...]

    @property
    def late(self) -> tuple[tuple[Card, Task], ...]:
        """Return the tasks whose day has passed."""
        return tuple(pair for pair in self.tasks if pair[1].day < self.on)


def portfolio(cards: Iterable[Card], rates: Sequence[ExchangeRate], within: int) -> Portfolio | None:
    """Return what ``cards`` come to, with what falls due within so many days; ``None`` without a card."""
    ranked = tuple(sorted(cards, key=_rank))
    if not ranked:
        return None
    on = max(one.on for one in ranked)
    until = on + datetime.timedelta(days=within)
    exposures = tuple(_exposures(ranked))
    tasks = [(one, task) for one in ranked for task in one.tasks if task.day <= until]
    risks = [(one, risk) for one in ranked for risk in one.risks]
    return Portfolio(
        on,
        until,
        ranked,
        exposures,
        _converted(exposures, {one.currency: one for one in rates}),
        tuple(_concentrations(ranked, exposures)),
        tuple(sorted(tasks, key=lambda pair: (pair[1].day, pair[0].id, pair[1].source))),
        tuple(
            sorted(risks, key=lambda pair: (pair[1].level is not RiskLevel.EXTREME, pair[0].id, pair[1].id))
        ),
        tuple((one, lesson) for one in ranked for lesson in one.lessons),
    )


def last_total(one: Card) -> Decimal | None:
    """Return the last score of a card, ``None`` where it has none."""
    return one.scores[-1].total if one.scores else None


def _rank(one: Card) -> tuple[bool, Decimal, str]:
    total = last_total(one)
    return total is None, -(total or ZERO), one.id


def _exposures(cards: Sequence[Card]) -> Iterable[Exposure]:
    ordered = sorted(cards, key=lambda one: (one.currency is not Currency.CNY, one.currency.value))
    for currency, group in groupby(ordered, key=lambda one: one.currency):
        own = tuple(group)
        stated = [one.gross for one in own if one.gross is not None]
        yield Exposure(
            currency,
            len(stated),
            sum(stated, ZERO),
            sum((one.paid for one in own), ZERO),
            sum((one.remaining for one in own), ZERO),
            sum((one.late for one in own), ZERO),
        )


def _converted(
    exposures: Sequence[Exposure], rates: dict[Currency, ExchangeRate]
) -> tuple[Converted, ...] | None:
    if any(one.currency is not Currency.CNY and one.currency not in rates for one in exposures):
        return None
    return tuple(_in_yuan(one, rates.get(one.currency)) for one in exposures)


def _in_yuan(one: Exposure, rate: ExchangeRate | None) -> Converted:
    factor = rate.rate if rate else Decimal(1)
    sums = (percent_of(amount, factor * HUNDRED) for amount in (one.gross, one.paid, one.remaining))
    return Converted(one, rate, *sums)


def _concentrations(cards: Sequence[Card], exposures: Sequence[Exposure]) -> Iterable[Concentration]:
    for whole in exposures:
        own = [one for one in cards if one.currency is whole.currency and one.gross is not None]
        by_party = sorted(own, key=lambda one: one.party_b)
        found = []
        for party, group in groupby(by_party, key=lambda one: one.party_b):
            grosses = [one.gross for one in group if one.gross is not None]
            gross = sum(grosses, ZERO)
            found.append(
                Concentration(party, whole.currency, len(grosses), gross, share_of(gross, whole.gross))
            )
        yield from sorted(found, key=lambda one: (-one.gross, one.party_b))
