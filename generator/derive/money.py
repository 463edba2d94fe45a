"""What follows from the agreed price: net and tax, amounts of lines and instalments, shares. Nothing is lost to rounding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from generator.locale.amounts import currency_of
from generator.model.contract import Contract
from generator.model.price import Currency, Payment, Price, PriceLine, Security
from generator.model.value import record

WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
HUNDRED = Decimal(100)


@record
class Split:
    """A price with its tax: ``net`` + ``tax`` = ``gross``, all in the minor unit of the currency."""

    gross: Decimal
    net: Decimal
    tax: Decimal


@record
class TaxPart:
    """The part of a price that one tax rate applies to."""

    rate: Decimal
    split: Split


@record
class Share:
    """A part of a whole in percent; ``exact`` tells whether ``percent`` (two decimals at most) is all of it."""

    percent: Decimal
    exact: bool


def unit_of(currency: Currency) -> Decimal:
    """Return the smallest amount of ``currency``: 0.01, or 1 for the yen."""
    return Decimal(1).scaleb(-currency_of(currency.value).decimals)


def split_tax(gross: Decimal, rate: Decimal, currency: Currency = Currency.CNY) -> Split:
    """Return ``gross`` split at the tax ``rate`` in percent: net = gross ÷ (1 + rate), rounded half up; tax is the rest."""
    unit = unit_of(currency)
    whole = gross.quantize(unit, context=WIDE)
    net = WIDE.divide(whole * HUNDRED, HUNDRED + rate).quantize(unit, context=WIDE)
    return Split(whole, net, whole - net)


def rates(price: Price) -> tuple[Decimal, ...]:
    """Return the tax rates of ``price`` in percent, the highest first: those of its lines, or that of the contract."""
    return tuple(sorted({rate_of(price, line) for line in price.lines} or {price.tax_rate}, reverse=True))


def rate_of(price: Price, line: PriceLine) -> Decimal:
    """Return the tax rate of ``line`` in percent: its own, or that of the contract."""
    return price.tax_rate if line.tax_rate is None else line.tax_rate


def tax_parts(price: Price) -> tuple[TaxPart, ...]:
    """Return what each rate applies to, by ``rates``; nothing where no total is agreed.

    With one rate this is gross. With several it is the sum of the lines at the rate, split as a whole: net is rounded
    once for each rate, and net and tax of the contract are the sums.
    """
    found = rates(price)
    if price.gross is None:
        return ()
    if len(found) == 1:
        return (TaxPart(found[0], split_tax(price.gross, found[0], price.currency)),)
    parts = ((rate, [line for line in price.lines if rate_of(price, line) == rate]) for rate in found)
    sums = (
        (rate, sum((line_amount(line, price.currency) for line in lines), Decimal(0)))
        for rate, lines in parts
    )
    return tuple(TaxPart(rate, split_tax(gross, rate, price.currency)) for rate, gross in sums)


def split_price(price: Price) -> Split | None:
    """Return gross with its net and tax, each the sum over all rates; ``None`` where no total is agreed."""
    splits = [part.split for part in tax_parts(price)]
    if not splits:
        return None
    gross, net, tax = (
        sum(column, Decimal(0))
        for column in zip(*((one.gross, one.net, one.tax) for one in splits), strict=True)
    )
    return Split(gross, net, tax)


def percent_of(whole: Decimal, percent: Decimal, currency: Currency = Currency.CNY) -> Decimal:
    """Return ``percent`` of ``whole``, rounded half up to the minor unit."""
    return _part(whole, percent).quantize(unit_of(currency), context=WIDE)


def line_amount(line: PriceLine, currency: Currency = Currency.CNY) -> Decimal:
    """Return quantity times unit price of ``line``, rounded half up to the minor unit."""
    return WIDE.multiply(line.quantity, line.unit_price).quantize(unit_of(currency), context=WIDE)


def amounts_due(contract: Contract) -> tuple[Decimal, ...]:
    """Return the amount of each instalment of ``contract``."""
    return instalment_amounts(contract.price, contract.payment) if contract.price and contract.payment else ()


def instalment_amounts(price: Price, payment: Payment) -> tuple[Decimal, ...]:
    """Return the amount of each instalment.

    Those given in percent of gross share the rounded sum of their exact parts by largest remainder (the earlier one
    where two are equal), so that percentages that add up to 100 add up to gross to the last cent. An instalment
    with neither amount nor percent counts as zero: the schema refuses it.
    """
    unit, gross = unit_of(price.currency), price.gross or Decimal(0)
    parts = [_part(gross, row.percent) for row in payment.instalments if row.amount is None]
    shared = iter(largest_remainder(parts, unit))
    return tuple(
        next(shared) if row.amount is None else row.amount.quantize(unit, context=WIDE)
        for row in payment.instalments
    )


def security_amount(contract: Contract, security: Security) -> Decimal:
    """Return what is to be given as ``security``: its amount, or its percentage of gross, rounded half up."""
    if security.amount is not None:
        return security.amount
    return percent_of(contract.gross or Decimal(0), security.percent or Decimal(0), contract.currency)


def largest_remainder(parts: Sequence[Decimal], unit: Decimal) -> tuple[Decimal, ...]:
    """Return ``parts`` in whole ``unit``s whose sum is the sum of ``parts`` rounded half up."""
    total = sum(parts, Decimal(0)).quantize(unit, context=WIDE)
    floors = [part.quantize(unit, ROUND_FLOOR, WIDE) for part in parts]
    missing = int((total - sum(floors, Decimal(0))) / unit)
    order = sorted(range(len(parts)), key=lambda index: (floors[index] - parts[index], index))
    raised = set(order[:missing])
    return tuple(floor + unit if index in raised else floor for index, floor in enumerate(floors))


def _part(gross: Decimal, percent: Decimal | None) -> Decimal:
    return WIDE.divide(WIDE.multiply(gross, percent or Decimal(0)), HUNDRED)


def share_of(part: Decimal, whole: Decimal) -> Share | None:
    """Return ``part`` as percent of ``whole``, ``None`` where the whole is zero."""
    if not whole:
        return None
    exact = WIDE.divide(part * HUNDRED, whole)
    shown = exact.quantize(Decimal("0.01"), context=WIDE)
    percent = shown.normalize() if shown != shown.to_integral_value() else shown.to_integral_value()
    return Share(percent, shown == exact)
