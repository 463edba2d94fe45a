"""Values of plain scalars by the YAML 1.2 core schema, with numbers kept digit by digit and dates added."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from generator.diagnostics import Code, Text
from generator.model.value import record
from generator.source.manual import error, page

DIGITS = 40
"""The most digits a number may have, and the largest power of ten."""

Y150 = error(
    150,
    Text(zh="日期不存在", en="no such date"),
    page(
        Text(
            zh="写成“年-月-日”的值不是日历上的一天。",
            en="A value written year-month-day is no day of the calendar.",
        ),
        Text(
            zh="把它当文本放过或挪到相邻的一天，都会使期限算错。",
            en="Letting it pass as text, or moving it to the next day, would make time limits wrong.",
        ),
        wrong="effective: 2025-02-30",
        right="effective: 2025-02-28",
    ),
)
Y151 = error(
    151,
    Text(zh="数字无法使用", en="the number cannot be used"),
    page(
        Text(
            zh="无穷大（.inf）、非数（.nan）以及超过 40 位的数字不能用作金额、比例或数量。"
            "账号、证照号等号码请加引号，按文本保存。",
            en="Infinity (.inf), not-a-number (.nan) and numbers of more than 40 digits are no amounts, rates or "
            "quantities. Put account and licence numbers in quotes: they are text.",
        ),
        Text(
            zh=".nan 能通过任何上下限检查，过大的指数会让计算停不下来。",
            en=".nan passes every minimum and maximum, and a huge exponent makes a calculation never end.",
        ),
        wrong="amount: 1e999999999",
        right="amount: 1000000.00",
    ),
)

_NUMBER = re.compile(
    r"[-+]?(?:(0|[1-9][0-9]*)|((?:0|[1-9][0-9]*)?\.[0-9]+|(?:0|[1-9][0-9]*)\.?)(?:[eE]([-+]?[0-9]+))?)"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ENDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_FIGURES = frozenset("0123456789+-.")
"""What numbers and dates begin with."""


@record
class Rejected:
    """A scalar that looks like a date or a number and cannot be one."""

    code: Code
    message: Text
    hint: Text | None = None


Value = str | int | bool | Decimal | datetime.date | Rejected | None
"""What one scalar can mean."""


def plain(text: str) -> Value:
    """Return the value of an unquoted scalar; whatever the core schema does not know stays text as typed."""
    first = text[:1]
    if first not in _FIGURES:
        return _WORDS.get(text, text)
    if number := _NUMBER.fullmatch(text):
        return _number(text, number)
    if _DATE.fullmatch(text):
        return _date(text)
    if _ENDLESS.fullmatch(text):
        return Rejected(
            Y151,
            Text(zh=f"“{text}” 不是可用的数字", en=f"“{text}” is no number that can be used"),
            Text(zh="写出具体的数字；如果是文本，请加引号", en="write a real number; quote it if it is text"),
        )
    return text


def _number(text: str, match: re.Match[str]) -> Value:
    whole, mantissa, exponent = match.groups()
    digits = len(whole) if whole else len(mantissa.replace(".", ""))
    power = (exponent or "0").lstrip("+-").lstrip("0") or "0"
    if digits > DIGITS or len(power) > 2 or int(power) > DIGITS:
        shown = text if len(text) <= 24 else f"{text[:24]}…"
        return Rejected(
            Y151,
            Text(
                zh=f"数字 {shown} 太长或太大（最多 {DIGITS} 位）",
                en=f"the number {shown} has more than {DIGITS} digits",
            ),
            Text(
                zh="号码、编号请加引号，按文本保存",
                en="put account and serial numbers in quotes: they are text",
            ),
        )
    return int(text) if whole else Decimal(text)


def _date(text: str) -> Value:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return Rejected(
            Y150,
            Text(zh=f"{text} 这一天不存在", en=f"there is no day {text}"),
            Text(zh="日期写成 年-月-日，如 2025-02-28", en="write dates as year-month-day, e.g. 2025-02-28"),
        )


_TAG_PREFIX = "tag:yaml.org,2002:"
_KINDS: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, Decimal),
    "bool": (bool,),
    "null": (type(None),),
}


def tagged(tag: str, text: str) -> tuple[bool, Value]:
    """Return whether ``text`` may carry ``tag`` (str, int, float, bool, null), and its value."""
    name = tag.removeprefix(_TAG_PREFIX) if tag.startswith(_TAG_PREFIX) else ""
    if name == "str":
        return True, text
    value = plain(text)
    if isinstance(value, Rejected):
        return name in _KINDS, value
    if type(value) not in _KINDS.get(name, ()):
        return False, text
    return True, Decimal(value) if name == "float" and isinstance(value, int) else value


def short(tag: str) -> str:
    """Return a tag as it is typed: ``!!int`` for ``tag:yaml.org,2002:int``."""
    return f"!!{tag.removeprefix(_TAG_PREFIX)}" if tag.startswith(_TAG_PREFIX) else tag
