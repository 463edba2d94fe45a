"""Whole numbers in words: everyday Chinese (第十一条), financial Chinese (壹拾壹) and English."""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 10**16
"""Whole numbers from here on are refused: 仟万亿 is the largest place in use."""


@dataclass(frozen=True, slots=True)
class _Characters:
    """The characters of the digits 0 to 9 and of the places 1000, 100, 10, 1."""

    digits: str
    places: tuple[str, str, str, str]


_EVERYDAY = _Characters("零一二三四五六七八九", ("千", "百", "十", ""))
_FINANCIAL = _Characters("零壹贰叁肆伍陆柒捌玖", ("仟", "佰", "拾", ""))

_SMALL = ("", *"One Two Three Four Five Six Seven Eight Nine".split())  # noqa: SIM905 one readable line
_TEENS = "Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen".split()  # noqa: SIM905
_TENS = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split()  # noqa: SIM905 as above
_SCALES = ("", " Thousand", " Million", " Billion", " Trillion", " Quadrillion")


def chinese_number(value: int) -> str:
    """Return ``value`` (0 to below 10^16) as in 第…条 and 第…期: 一, 十一, 一百零一, 十万七千.

    Raises ``ValueError`` outside that range.
    """
    text = _chinese(value, _EVERYDAY)
    # 第十一条, never 第一十一条; inside a number the 一 stays: 一百一十.
    return text.removeprefix("一") if text.startswith("一十") else text


def financial_number(value: int) -> str:
    """Return ``value`` (0 to below 10^16) in the digits of 《支付结算办法》附一: 壹拾万柒仟零壹.

    Where the 万 or 亿 place is 0 and the 仟 place after it is not, the rule allows two forms; this is the one
    without 零. Raises ``ValueError`` outside the range.
    """
    return _chinese(value, _FINANCIAL)


def english_number(value: int) -> str:
    """Return ``value`` (0 to below 10^16) in English title case: One Hundred Seven Thousand Twenty-One.

    Raises ``ValueError`` outside that range.
    """
    _check(value)
    if value == 0:
        return "Zero"
    parts = [
        _english_below_thousand(group) + _SCALES[index]
        for index in reversed(range(len(_SCALES)))
        if (group := value // 1000**index % 1000)
    ]
    return " ".join(parts)


def _check(value: int) -> None:
    if not 0 <= value < LIMIT:
        raise ValueError(f"{value} cannot be written in words: 0 to below 10^16")


def _chinese(value: int, characters: _Characters) -> str:
    _check(value)
    text, gap = "", False
    for index in (3, 2, 1, 0):
        group = value // 10_000**index % 10_000
        if group:
            if text and (gap or group < 1000):
                text += characters.digits[0]
            text += _chinese_group(group, characters) + ("万" if index in {1, 3} else "")
        # A group of zeros between two others is read as one 零.
        gap = not group
        if index == 2 and text:
            text += "亿"
    return text or characters.digits[0]


def _chinese_group(group: int, characters: _Characters) -> str:
    text, gap = "", False
    for digit, place in zip(map(int, f"{group:04}"), characters.places, strict=True):
        if digit:
            text += (characters.digits[0] if gap and text else "") + characters.digits[digit] + place
        gap = not digit
    return text


def _english_below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    parts = [f"{_SMALL[hundreds]} Hundred"] if hundreds else []
    tens, ones = divmod(rest, 10)
    if tens >= 2:
        parts.append(_TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else ""))
    elif rest:
        parts.append(_TEENS[ones] if tens else _SMALL[ones])
    return " ".join(parts)
