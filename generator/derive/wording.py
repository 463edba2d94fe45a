"""What a text says in words: blanks, numbers of articles, amounts beside their words, names that are nearly a party's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.locale.amounts import amount_from_words

BLANK = re.compile(
    r"___+|＿＿+|【\s*】|〔\s*〕|（\s*）|\(\s*\)|\[\s*\]|待定|待填|待补充|某某"
    r"|X(?<![A-Za-z0-9-]X)[X×Ｘ]+(?![A-Za-z0-9-])|×(?<![A-Za-z0-9-]×)[X×Ｘ]+(?![A-Za-z0-9-])|Ｘ[X×Ｘ]+"
    r"|T(?<![A-Za-z]T)(?:BD|ODO)(?![A-Za-z])"
)
"""A place that waits to be filled in; every branch begins with a letter of its own, which makes the search quick."""

_COUNT = r"[零〇一二三四五六七八九十百千两\d]+"
_ELSEWHERE = re.compile(
    rf"(?:[》法例释定典）]|主合同|原合同|补充协议|框架协议|附件)第{_COUNT}[条款项](?:之{_COUNT})?"
    rf"(?:(?:、|和|及|与|或者|或|至|到|以及)?第{_COUNT}[条款项](?:之{_COUNT})?)*"
)
"""Articles of a law, of another contract, of an annex: not of this contract."""

_OWN = re.compile(rf"(?:本合同|本协议|合同)?第({_COUNT})条|附件([一二三四五六七八九十\d]+)")
_WORDS = (
    r"(?:人民币)?([零壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*元[零壹贰叁肆伍陆柒捌玖角分整]*)"
)
_FIGURES = r"[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*(万?)元?"
_PAIRS = (
    re.compile(f"{_WORDS}\\s*[（(](?:小写)?[:：]?\\s*{_FIGURES}[）)]"),
    re.compile(f"{_FIGURES}\\s*[（(](?:大写)?[:：]?\\s*{_WORDS}[）)]"),
)
_CAPITAL = re.compile("[壹贰叁肆伍陆柒捌玖拾]")
_COMPANY = re.compile(r"[\u4e00-\u9fff（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司)")
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article or annex that a text names by its number, as it is ``written``; one of the two is empty."""

    written: str
    article: str
    annex: str


def numbered(text: str) -> Iterator[Numbered]:
    """Yield the articles and annexes of its own contract that ``text`` names by number."""
    if "第" in text or "附件" in text:
        for match in _OWN.finditer(_ELSEWHERE.sub("", text)):
            yield Numbered(match[0], match[1] or "", match[2] or "")


def unequal_amounts(text: str) -> Iterator[tuple[str, Decimal]]:
    """Yield the words and the figures of each amount whose words are not its figures, or are no amount at all."""
    for at, pattern in enumerate(_PAIRS if _CAPITAL.search(text) else ()):
        for match in pattern.finditer(text):
            words, number, unit = match.groups() if at == 0 else (match[3], match[1], match[2])
            amount = _figures(number, unit)
            if amount is not None and _value(words) != amount:
                yield words, amount


def near_names(text: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each company that ``text`` names with the one of ``names`` that differs from it by few characters."""
    if "公司" not in text:
        return
    for match in _COMPANY.finditer(text):
        if not match[0].endswith(tuple(names)):
            yield from ((match[0], own) for own in names if _near(match[0], own))


def _figures(number: str, unit: str) -> Decimal | None:
    try:
        return Decimal(number.replace(",", "")) * (10000 if unit else 1)
    except InvalidOperation:
        return None


def _value(words: str) -> Decimal | None:
    try:
        return amount_from_words(words)
    except ValueError:
        return None


def _near(name: str, own: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415  # few contracts name a company

    return SequenceMatcher(None, name, own).ratio() >= _NEAR
