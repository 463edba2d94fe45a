import datetime
from decimal import Decimal

import pytest

from generator.locale.figures import (
    date_iso,
    date_text,
    join,
    money,
    number,
    percent,
    permille,
    unit_price,
    weekday,
)

MONDAY = datetime.date(2026, 1, 5)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1234567.8", "CNY", "¥1,234,567.80"),
        ("1000", "USD", "USD 1,000.00"),
        ("-5", "CNY", "-¥5.00"),
        ("-0.00", "CNY", "¥0.00"),
        ("1E+3", "EUR", "EUR 1,000.00"),
        ("5000000", "JPY", "JPY 5,000,000"),
        ("9999999999999999.99", "CNY", "¥9,999,999,999,999,999.99"),
        ("1.2300", "HKD", "HKD 1.23"),
    ],
)
def test_money(amount: str, currency: str, text: str) -> None:
    assert money(Decimal(amount), currency) == text


@pytest.mark.parametrize("amount", ["0.0035", "NaN", "1E+16", "Infinity"])
def test_money_is_not_rounded(amount: str) -> None:
    with pytest.raises(ValueError, match=r"decimals|not an amount"):
        money(Decimal(amount))


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0.0035", "¥0.0035"),
        ("12", "¥12.00"),
        ("1200.5", "¥1,200.50"),
        ("0.10", "¥0.10"),
        ("-0.125", "-¥0.125"),
        ("1.23456789012345678901234567890123", "¥1.23456789012345678901234567890123"),
    ],
)
def test_unit_price_keeps_its_decimals(amount: str, text: str) -> None:
    assert unit_price(Decimal(amount)) == text


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "1E-50"])
def test_unit_price_that_is_none(amount: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        unit_price(Decimal(amount))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1234.50", "1,234.50"),
        ("1E+3", "1,000"),
        ("0.000001", "0.000001"),
        ("1E-7", "0.0000001"),
        ("99.90", "99.90"),
        ("-12345", "-12,345"),
        ("123456789012345678901234567890.1", "123,456,789,012,345,678,901,234,567,890.1"),
    ],
)
def test_number_keeps_the_source_digits(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


@pytest.mark.parametrize("value", ["1E+999999999", "1E-999999999", "NaN", "Infinity"])
def test_number_that_would_fill_pages(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        number(Decimal(value))


def test_rates() -> None:
    assert percent(Decimal("13")) == "13%"
    assert percent(Decimal("0.05")) == "0.05%"
    assert permille(Decimal("0.5")) == "0.5‰"


def test_dates() -> None:
    assert date_text(MONDAY) == "2026年1月5日"
    assert date_text(MONDAY, "en") == "5 January 2026"
    assert date_text(datetime.date(2026, 12, 31), "en") == "31 December 2026"
    assert date_iso(MONDAY) == "2026-01-05"
    assert date_iso(datetime.datetime(2026, 1, 5, 9, 30, tzinfo=datetime.UTC)) == "2026-01-05"


@pytest.mark.parametrize(
    ("offset", "zh", "en"), [(0, "星期一", "Monday"), (5, "星期六", "Saturday"), (6, "星期日", "Sunday")]
)
def test_weekday(offset: int, zh: str, en: str) -> None:
    day = MONDAY + datetime.timedelta(days=offset)
    assert weekday(day) == zh
    assert weekday(day, "en") == en


@pytest.mark.parametrize(
    ("items", "zh", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A、B", "A and B"),
        (["A", "B", "C"], "A、B、C", "A, B and C"),
    ],
)
def test_join(items: list[str], zh: str, en: str) -> None:
    assert join(items) == zh
    assert join(items, "en") == en
    assert join(tuple(items), "en") == en
