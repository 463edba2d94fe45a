"""Amounts of money in words, and back: 大写 by 《支付结算办法》附一 (银发〔1997〕393号)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.locale.numerals import LIMIT, english_number, financial_number


@dataclass(frozen=True, slots=True)
class WrittenCurrency:
    """How one currency (ISO 4217 code) is written; ``decimals`` is the number of places of its minor unit."""

    code: str
    zh: str
    en: str
    sign: str
    decimals: int


_CURRENCIES = {
    currency.code: currency
    for currency in (
        WrittenCurrency("CNY", "人民币", "Renminbi Yuan", "¥", 2),
        WrittenCurrency("USD", "美元", "US Dollars", "USD ", 2),
        WrittenCurrency("EUR", "欧元", "Euros", "EUR ", 2),
        WrittenCurrency("HKD", "港币", "Hong Kong Dollars", "HKD ", 2),
        WrittenCurrency("JPY", "日元", "Japanese Yen", "JPY ", 0),
    )
}

_UNIFIED = str.maketrans("貳陸億萬圓圆正負參叄幣", "贰陆亿万元元整负叁叁币")
_DIGITS = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_LABEL = re.compile(r"\s*(?:[（(]\s*大写\s*[）)])?\s*[:：]?\s*")
_AMOUNT = re.compile(
    r"(?P<minus>负?)(?:(?P<yuan>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,60})元)?零?"
    r"(?:(?P<jiao>[壹贰叁肆伍陆柒捌玖])角)?(?:(?P<fen>[壹贰叁肆伍陆柒捌玖])分)?整?"
)


def currency_of(code: str) -> WrittenCurrency:
    """Return how the currency of this ISO 4217 code is written; ``ValueError`` for one that is not known."""
    try:
        return _CURRENCIES[code]
    except KeyError:
        raise ValueError(f"unknown currency {code!r}; known: {', '.join(_CURRENCIES)}") from None


def exact(amount: Decimal, decimals: int) -> Decimal:
    """Return ``amount`` with exactly ``decimals`` places and no negative zero; it is never rounded.

    Raises ``ValueError`` when it has more places than that, is not finite, or reaches 10^16.
    """
    if not amount.is_finite() or abs(amount) >= LIMIT:
        raise ValueError(f"{amount} is not an amount of money below 10^16")
    quantized = amount.quantize(Decimal(1).scaleb(-decimals))
    if quantized != amount:
        raise ValueError(f"{amount} has more than {decimals} decimals")
    return quantized if quantized else abs(quantized)


def amount_in_words(amount: Decimal, currency: str = "CNY", language: str = "zh-CN") -> str:
    """Return ``amount`` in words, e.g. 人民币壹仟肆佰零玖元伍角整, 人民币负伍分, 人民币零元整, 美元壹佰元整.

    《支付结算办法》附一: the currency stands directly before the amount; 整 must follow 元, may follow 角,
    and does not follow 分. Where the rule leaves a choice, 整 is written after 角, so that nothing can be
    added behind it; 零 is written between 元 and 角 when the 元 place is 0, and not between 万 and 仟 when the 万
    place is 0 (人民币壹拾万柒仟元零伍角叁分, the first of the rule's own two forms).
    English: ``Renminbi Yuan One Hundred Seven Thousand and 53/100 Only``.

    Raises ``ValueError`` for an unknown currency, more decimals than the currency has, and from 10^16 on.
    """
    written = currency_of(currency)
    value = exact(amount, written.decimals)
    whole, cents = divmod(int(abs(value).scaleb(2)), 100)
    if language.lower().startswith("zh"):
        return written.zh + ("负" if value < 0 else "") + _chinese_amount(whole, *divmod(cents, 10))
    fraction = f" and {cents:02}/100" if cents else ""
    return f"{written.en}{' Minus' if value < 0 else ''} {english_number(whole)}{fraction} Only"


def amount_from_words(text: str, currency: str = "CNY") -> Decimal:
    """Return the amount that ``text`` says in Chinese, with two decimals; inverse of :func:`amount_in_words`.

    Understood are both official variants of 零, 整 or 正 or neither at the end, 元 or 圆, the traditional
    貳 陸 億 萬 圓 that 附一 accepts, with or without the currency's name and （大写）： before the amount.
    Anything else is refused with ``ValueError``, above all what can be read in two ways (壹佰伍元), another
    currency's name, everyday digits, and a 拾 without 壹.
    """
    plain = text.strip().translate(_UNIFIED).removeprefix(currency_of(currency).zh)
    plain = plain[_LABEL.match(plain).end() :]  # type: ignore[union-attr]  # it matches the empty string
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise ValueError(f"{text!r} is not an amount in words")
    jiao, fen = (_DIGITS[match[name]] if match[name] else 0 for name in ("jiao", "fen"))
    whole = _whole(match["yuan"] or "")
    # Writing the value again shows whether every 零 and unit stood where it must.
    if whole >= LIMIT or _bare(plain) != match["minus"] + _bare(_chinese_amount(whole, jiao, fen)):
        raise ValueError(f"{text!r} is not an amount in words")
    value = Decimal(whole * 100 + jiao * 10 + fen).scaleb(-2)
    return -value if match["minus"] and value else value


def _chinese_amount(whole: int, jiao: int, fen: int) -> str:
    if not jiao and not fen:
        return financial_number(whole) + "元整"
    text = financial_number(whole) + "元" if whole else ""
    if whole and (not jiao or whole % 10 == 0):
        text += "零"
    if jiao:
        text += financial_number(jiao) + "角"
    return text + (financial_number(fen) + "分" if fen else "整")


def _bare(words: str) -> str:
    """Return ``words`` without what 附一 leaves to the writer: all allowed forms of a value become equal."""
    words = re.sub("^(负?)零元(?=.*[角分])零?", r"\1", words).removesuffix("整")
    return re.sub("(?<=[万亿])零(?=.仟)|(?<=元)零(?=.角)", "", words)


def _whole(words: str) -> int:
    """Return the value of the part before 元, if it is well-formed, which the caller checks."""
    total = section = digit = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _PLACES:
            section, digit = section + digit * _PLACES[character], 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit
