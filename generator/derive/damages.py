"""Worked examples of liquidated damages: what ten days of delay cost, and when the cap is reached."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from generator.derive.instalments import parts
from generator.derive.money import WIDE, percent_of
from generator.model.breach import DamagesBase
from generator.model.contract import Contract
from generator.model.price import Currency
from generator.model.value import record

DAYS = 10
ROUND_SUM = Decimal(100000)
"""The amount of an example where the contract states none."""


@record
class Example:
    """Damages for ``days`` of delay: ``amount`` = ``base`` × ``rate`` × ``days``, rounded half up, ``payable`` at most ``cap``.

    ``rate`` (per day) and ``cap_percent`` are percent of ``base``. The cap is reached on ``day`` of the delay, ``None``
    where it never is.
    """

    base: Decimal
    rate: Decimal
    days: int
    amount: Decimal
    cap_percent: Decimal
    cap: Decimal
    payable: Decimal
    day: int | None


def example(base: Decimal, rate: Decimal, cap_percent: Decimal, currency: Currency = Currency.CNY) -> Example:
    """Return what ``DAYS`` days at ``rate`` percent of ``base`` each come to."""
    amount, cap = percent_of(base, rate * DAYS, currency), percent_of(base, cap_percent, currency)
    day = int(WIDE.divide(cap_percent, rate).to_integral_value(ROUND_CEILING)) if rate else None
    return Example(base, rate, DAYS, amount, cap_percent, cap, min(amount, cap), day)


def late_payment(contract: Contract) -> Example | None:
    """Return the example of late payment, of the first instalment that is not zero; ``None`` where it has no damages."""
    terms = contract.breach.late_payment
    if terms is None:
        return None
    amounts = (part.amount for part in parts(contract) if part.amount)
    return example(next(amounts, ROUND_SUM), terms.daily_rate, terms.cap_percent, contract.currency)


def late_delivery(contract: Contract) -> Example | None:
    """Return the example of late delivery, of gross or a round sum; ``None`` where it has no damages."""
    terms = contract.breach.late_delivery
    if terms is None:
        return None
    whole = contract.gross if terms.base is DamagesBase.CONTRACT_PRICE else None
    return example(whole or ROUND_SUM, terms.daily_rate, terms.cap_percent, contract.currency)
