"""Numbers, money and dates in figures: every digit of the source is kept, none is rounded."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from generator.locale.amounts import currency_of, exact

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905 one readable line
_MONTHS = (  # a list of quoted words would be twelve lines
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def number(value: Decimal) -> str:
    """Return ``value`` with thousands separators and all digits that were typed: 1,234.50; 1E+3 as 1,000.

    Raises ``ValueError`` for NaN, infinity and an exponent beyond ±40, which would fill pages with zeros.
    """
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or not -40 <= exponent <= 40:
        raise ValueError(f"{value} cannot be printed as a number")
    return f"{value:,f}"


def money(amount: Decimal, currency: str = "CNY") -> str:
    """Return ``amount`` in figures with all decimals of its currency: ¥1,234,567.80, -¥5.00, USD 1,000.00.

    Raises ``ValueError`` as :func:`amount_in_words` does: an amount is never rounded.
    """
    written = currency_of(currency)
    return _signed(exact(amount, written.decimals), written.sign)


def unit_price(amount: Decimal, currency: str = "CNY") -> str:
    """Return a price per unit, which may have more decimals than its currency: ¥0.0035, ¥12.00.

    Raises ``ValueError`` for an unknown currency and as :func:`number` does.
    """
    written = currency_of(currency)
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and -exponent < written.decimals:
        amount = exact(amount, written.decimals)
    return _signed(amount, written.sign)


def percent(value: Decimal) -> str:
    """Return ``value``, which counts hundredths as the YAML does: ``Decimal("13")`` is 13%."""
    return number(value) + "%"


def permille(value: Decimal) -> str:
    """Return ``value``, which counts thousandths: ``Decimal("0.5")`` is 0.5‰."""
    return number(value) + "‰"


def date_text(day: datetime.date, language: str = "zh-CN") -> str:
    """Return ``day`` as a contract writes it: 2026年1月5日, or 5 January 2026 in English."""
    if language.lower().startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_iso(day: datetime.date) -> str:
    """Return ``day`` in ISO 8601: 2026-01-05."""
    # A datetime is a date too, and its own isoformat would append a time.
    return datetime.date.isoformat(day)[:10]


def weekday(day: datetime.date, language: str = "zh-CN") -> str:
    """Return the day of the week: 星期一, or Monday in English."""
    if language.lower().startswith("zh"):
        return "星期" + "一二三四五六日"[day.weekday()]
    return _WEEKDAYS[day.weekday()]


def join(items: Sequence[str], language: str = "zh-CN") -> str:
    """Return ``items`` as an enumeration: 甲、乙、丙, or A, B and C in English."""
    if language.lower().startswith("zh"):
        return "、".join(items)
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _signed(amount: Decimal, sign: str) -> str:
    # By text, because abs() rounds to the context's 28 digits and comparing NaN raises another error.
    text = number(amount)
    return "-" + sign + text[1:] if text.startswith("-") else sign + text
