"""Numbers as the texts of a contract write them: in Chinese, as shares and as amounts."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cache

from generator.locale import chinese_number

DIGITS = "零〇一二三四五六七八九十百千两"
"""The characters of an everyday Chinese number below ten thousand."""

SHARES = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
"""What one of 百分之, 千分之, 万分之 is in percent."""

SIGNS = {"%": Decimal(1), "％": Decimal(1), "‰": Decimal("0.1")}
"""What one of a sign is in percent."""


@cache
def _numbers() -> dict[str, int]:
    return {chinese_number(value): value for value in range(10000)}


def chinese_value(text: str) -> Decimal | None:
    """Return the value of ``text`` such as 三十, 一百零五 or 零点五, below ten thousand; ``None`` for anything else."""
    whole, _, places = text.replace("〇", "零").replace("两", "二").partition("点")
    digits = [_numbers().get(character) for character in places]
    value = _numbers().get(whole, _numbers().get(whole.removeprefix("一")))
    if value is None or any(digit is None or digit > 9 for digit in digits):
        return None
    return Decimal(f"{value}.{''.join(map(str, digits))}")


def amount(figures: str, unit: str = "") -> Decimal | None:
    """Return an amount such as ``10,000.00``, or ``1.5`` with the unit 万, in yuan; ``None`` where it is no number."""
    try:
        return Decimal(figures.replace(",", "").strip(".")) * (10000 if unit else 1)
    except InvalidOperation:
        return None
