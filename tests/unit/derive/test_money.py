"""Net, tax, instalments and shares add up to the last cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.money import (
    Share,
    Split,
    TaxPart,
    instalment_amounts,
    largest_remainder,
    line_amount,
    percent_of,
    rate_of,
    rates,
    share_of,
    split_price,
    split_tax,
    tax_parts,
    unit_of,
)
from generator.model.common import Duration, DurationUnit
from generator.model.price import (
    Currency,
    EarlyEndFee,
    Instalment,
    InvoiceType,
    Payment,
    PaymentMode,
    Price,
    PriceLine,
)

CENT = Decimal("0.01")
MONEY = st.decimals(min_value=0, max_value=Decimal("9999999999999.99"), places=2)


def payment(*rows: tuple[str | None, str | None]) -> Payment:
    return Payment(
        mode=PaymentMode.INSTALMENTS,
        instalments=tuple(
            Instalment(
                id=str(index),
                name="款",
                amount=amount and Decimal(amount),
                percent=percent and Decimal(percent),
            )
            for index, (amount, percent) in enumerate(rows)
        ),
        invoice=InvoiceType.VAT_SPECIAL,
        invoice_before=Duration(5, DurationUnit.WORKING_DAYS),
        early_end_fee=EarlyEndFee.COMPLETION,
    )


def price(gross: str, currency: Currency = Currency.CNY) -> Price:
    return Price(basis="固定总价", currency=currency, gross=Decimal(gross), tax_rate=Decimal(6))


@pytest.mark.parametrize(
    ("gross", "rate", "net", "tax"),
    [
        ("360000.00", "6", "339622.64", "20377.36"),
        ("980000", "6", "924528.30", "55471.70"),
        ("113", "13", "100.00", "13.00"),
        ("100", "0", "100.00", "0.00"),
        ("0", "13", "0.00", "0.00"),
        ("0.01", "13", "0.01", "0.00"),
        ("1.03", "3", "1.00", "0.03"),
    ],
)
def test_net_is_rounded_half_up_and_tax_is_the_rest(gross: str, rate: str, net: str, tax: str) -> None:
    assert split_tax(Decimal(gross), Decimal(rate)) == Split(Decimal(gross), Decimal(net), Decimal(tax))


def test_yen_have_no_decimals() -> None:
    split = split_tax(Decimal(1000), Decimal(10), Currency.JPY)
    assert (str(split.net), str(split.tax)) == ("909", "91")
    assert unit_of(Currency.JPY) == 1


@given(MONEY, st.decimals(min_value=0, max_value=100, places=2))
def test_net_and_tax_are_the_gross(gross: Decimal, rate: Decimal) -> None:
    split = split_tax(gross, rate)
    assert split.net + split.tax == split.gross == gross
    assert abs(split.net * (100 + rate) - gross * 100) <= (100 + rate) * CENT


def test_a_line_is_quantity_times_unit_price() -> None:
    line = PriceLine(id="a", name="工时", quantity=Decimal("1.5"), unit="时", unit_price=Decimal("0.03"))
    assert line_amount(line) == Decimal("0.05")


def lined(*rows: tuple[str, str | None], gross: bool = True, currency: Currency = Currency.CNY) -> Price:
    """Return a price of one piece for each amount with its tax rate, at 6 percent where a line has none."""
    lines = tuple(
        PriceLine(
            id=str(at),
            name="件",
            quantity=Decimal(1),
            unit="件",
            unit_price=Decimal(amount),
            tax_rate=rate and Decimal(rate),
        )
        for at, (amount, rate) in enumerate(rows)
    )
    total = sum((Decimal(amount) for amount, _ in rows), Decimal(0)) if gross else None
    return Price(basis="单价", currency=currency, gross=total, tax_rate=Decimal(6), lines=lines)


def test_each_rate_is_split_by_itself() -> None:
    made = lined(("113.00", "13"), ("100.00", None), ("6.00", "6"), ("226.00", "13.00"))
    assert rates(made) == (13, 6)
    assert [rate_of(made, line) for line in made.lines] == [13, 6, 6, 13]
    assert tax_parts(made) == (
        TaxPart(Decimal(13), split_tax(Decimal(339), Decimal(13))),
        TaxPart(Decimal(6), split_tax(Decimal(106), Decimal(6))),
    )
    assert split_price(made) == Split(Decimal("445.00"), Decimal("400.00"), Decimal("45.00"))


def test_one_rate_splits_gross() -> None:
    assert split_price(price("360000.00")) == split_tax(Decimal(360000), Decimal(6))
    assert split_price(lined(("113.00", "13"))) == split_tax(Decimal(113), Decimal(13))


def test_without_a_total_nothing_is_split() -> None:
    made = lined(("113.00", "13"), ("100.00", None), gross=False)
    assert (rates(made), tax_parts(made), split_price(made)) == ((13, 6), (), None)


RATE = st.sampled_from([None, "13", "9", "6", "3", "0", "1.5"])


@given(st.lists(st.tuples(MONEY.map(str), RATE), min_size=1, max_size=8))
def test_parts_of_all_rates_are_the_price(rows: list[tuple[str, str | None]]) -> None:
    made = lined(*rows)
    parts, whole = tax_parts(made), split_price(made)
    assert whole is not None
    assert [part.rate for part in parts] == sorted(set(rates(made)), reverse=True)
    assert sum(part.split.gross for part in parts) == whole.gross == made.gross
    assert sum(part.split.net for part in parts) + sum(part.split.tax for part in parts) == whole.gross
    assert whole.net + whole.tax == whole.gross
    for part in parts:
        assert part.split == split_tax(part.split.gross, part.rate)
    assert tax_parts(lined(*reversed(rows))) == parts


def test_a_percentage_is_rounded_half_up() -> None:
    assert percent_of(Decimal("0.10"), Decimal(5)) == Decimal("0.01")
    assert percent_of(Decimal(30), Decimal(5), Currency.JPY) == Decimal(2)


@pytest.mark.parametrize(
    ("gross", "rows", "amounts"),
    [
        ("100.00", ((None, "33.33"), (None, "33.33"), (None, "33.34")), ("33.33", "33.33", "33.34")),
        ("100.01", ((None, "50"), (None, "50")), ("50.01", "50.00")),
        ("0.05", ((None, "30"), (None, "30"), (None, "40")), ("0.02", "0.01", "0.02")),
        ("100.00", (("30.00", None), (None, "70")), ("30.00", "70.00")),
        ("1.00", ((None, None),), ("0.00",)),
    ],
)
def test_percentages_share_by_largest_remainder(
    gross: str, rows: tuple[tuple[str | None, str | None], ...], amounts: tuple[str, ...]
) -> None:
    assert instalment_amounts(price(gross), payment(*rows)) == tuple(map(Decimal, amounts))


def test_yen_are_shared_in_whole_yen() -> None:
    rows = payment((None, "33.3"), (None, "33.3"), (None, "33.4"))
    assert [str(one) for one in instalment_amounts(price("100", Currency.JPY), rows)] == ["33", "33", "34"]


@given(MONEY, st.lists(st.integers(1, 100), min_size=1, max_size=12))
def test_whatever_the_percentages_they_add_up_to_gross(gross: Decimal, weights: list[int]) -> None:
    total = sum(weights)
    cut = [Decimal(weight * 100) / total for weight in weights[:-1]]
    percents = [one.quantize(Decimal("0.0001")) for one in cut]
    percents.append(Decimal(100) - sum(percents, Decimal(0)))
    amounts = instalment_amounts(price(str(gross)), payment(*((None, str(one)) for one in percents)))
    assert sum(amounts) == gross
    for amount, percent in zip(amounts, percents, strict=True):
        assert abs(amount - gross * percent / 100) < CENT


def test_largest_remainder_of_nothing() -> None:
    assert largest_remainder([], CENT) == ()


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("72000", "360000", Share(Decimal(20), True)),
        ("1", "3", Share(Decimal("33.33"), False)),
        ("1", "8", Share(Decimal("12.5"), True)),
        ("100", "100", Share(Decimal(100), True)),
        ("0", "0", None),
    ],
)
def test_share(part: str, whole: str, share: Share | None) -> None:
    made = share_of(Decimal(part), Decimal(whole))
    assert made == share
    if made:
        assert "E" not in str(made.percent)
