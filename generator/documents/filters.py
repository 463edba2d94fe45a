"""The filters of clause texts and Word templates: the only ways in which a value that is not text is printed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import MappingProxyType
from typing import TypeVar

from generator import locale
from generator.diagnostics import Text
from generator.locale.spans import duration_text, period_text
from generator.model.common import Duration, Period
from generator.render.docx.printing import FilterError

T = TypeVar("T")
Filter = Callable[..., object]

_NAMES = {
    Decimal: Text("数字", "a number"),
    datetime.date: Text("日期", "a date"),
    datetime.time: Text("时间", "a time"),
    Duration: Text("期限", "a duration"),
    Period: Text("期间", "a period"),
    Enum: Text("选项", "an enumeration"),
    str: Text("文字", "text"),
    int: Text("整数", "a whole number"),
}
_ENDS = "。；;，,、： "


@cache
def filters(language: str = "zh-CN") -> Mapping[str, Filter]:
    """Return every filter by name, each bound to ``language``; a filter refuses a value of another type.

    ``money(currency)``, ``words(currency)``, ``unit_price(currency)``, ``number``, ``percent``, ``date``, ``weekday``,
    ``time``, ``duration``, ``period``, ``label`` and ``labels`` (enumerations), ``ordinal`` (一, 二), ``items``
    (a list as 甲、乙), ``called(group)`` (what a value is called in a group of labels), ``bare`` and ``sentence`` (without and with the full stop at the end).
    """
    made: dict[str, Filter] = {
        "money": lambda value, currency: locale.money(_is(value, Decimal), _code(currency)),
        "words": lambda value, currency: locale.amount_in_words(
            _is(value, Decimal), _code(currency), language
        ),
        "unit_price": lambda value, currency: locale.unit_price(_is(value, Decimal), _code(currency)),
        "number": lambda value: locale.number(_number(value)),
        "percent": lambda value: locale.percent(_number(value)),
        "date": lambda value: locale.date_text(_date(value), language),
        "weekday": lambda value: locale.weekday(_date(value), language),
        "time": lambda value: _is(value, datetime.time).strftime("%H:%M"),
        "duration": lambda value: duration_text(_is(value, Duration), language),
        "period": lambda value: period_text(_is(value, Period), language),
        "label": partial(label, language),
        "called": lambda value, group: _called(language, value, group),
        "labels": lambda values: locale.join([label(language, value) for value in values], language),
        "ordinal": lambda value: locale.chinese_number(_is(value, int)),
        "items": lambda values: locale.join([_is(value, str) for value in values], language),
        "bare": bare,
        "sentence": lambda value: bare(value) + locale.words(language).word("sentence_end"),
    }
    return MappingProxyType(made)


def label(language: str, value: object) -> str:
    """Return what an enum value is called in ``language``: the words file lists enums by their names in snake case."""
    member = _is(value, Enum)
    return locale.words(language).label(enum_key(type(member)), str(member.value))


def _called(language: str, value: object, group: object) -> str:
    return locale.words(language).label(_is(group, str), str(_is(value, Enum).value))


def enum_key(enum: type[Enum]) -> str:
    """Return the key of an enum's labels: ``IpOwner`` is ``ip_owner``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", enum.__name__).lower()


def bare(value: object) -> str:
    """Return text without the punctuation at its end, so that it can be continued."""
    return _is(value, str).rstrip(_ENDS)


def _is(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _refusal(_NAMES[kind])
    return value


def _number(value: object) -> Decimal:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else _is(value, Decimal)


def _date(value: object) -> datetime.date:
    if isinstance(value, datetime.datetime):
        raise _refusal(_NAMES[datetime.date])
    return _is(value, datetime.date)


def _code(currency: object) -> str:
    return str(_is(currency, Enum).value)


def _refusal(wanted: Text) -> FilterError:
    return FilterError(Text(f"只用于{wanted.zh}", f"it is for {wanted.en}"))
