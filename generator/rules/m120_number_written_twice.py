"""Check M120: a number is written in two ways that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, texts
from generator.rules.written import DIGITS, SHARES, SIGNS, amount, chinese_value

CODE = Code(
    "M120",
    Severity.ERROR,
    Text("同一个数的两种写法不一致", "a number is written in two ways that differ"),
    page(
        Text(
            "文字中并列写了同一个数的两种写法：三十（30）日、百分之五（5%）、1.5万元（15,000元），两者不相等。",
            "A text writes one number twice, such as 三十（30）日, 百分之五（5%） or 1.5万元（15,000元）, and the two differ.",
        ),
        Text(
            "两个数都是约定，差一位就是另一个期限、另一个比例。",
            "Both are agreed, and one digit makes another period or share.",
        ),
        "other_terms: [甲方应当在三十（15）日内付款]",
        "other_terms: [甲方应当在三十（30）日内付款]",
        Text("改正其中之一，或者只写一种。", "Correct one of them, or write only one."),
    ),
)
COUNT = re.compile(
    rf"(?<![{DIGITS}])([{DIGITS}]+)\s*[（(]\s*(\d+)\s*[）)]\s*(?=[个日天周月年份次名台套件条元倍期])"
)
SHARE = re.compile(rf"([百千万])分之([{DIGITS}点]+)\s*[（(]\s*(?:即)?\s*([\d.]+)\s*([%％‰])\s*[）)]")
MONEY = re.compile(r"(?<![\d,.])([\d,.]+)\s*万元\s*[（(][^）)\d]{0,6}([\d,.]+)\s*(万?)元?(?:整)?\s*[）)]")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each pair that differs."""
    for route, text in texts(project):
        for match in (*COUNT.finditer(text), *SHARE.finditer(text), *MONEY.finditer(text)):
            first, second = _values(match)
            if first is not None and second is not None and first != second:
                message = Text(f"“{match[0]}”：两个数不相等", f"“{match[0]}”: the two numbers differ")
                yield found(CODE, message, Place(route))


def _values(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    if match.re is COUNT:
        return chinese_value(match[1]), amount(match[2])
    if match.re is MONEY:
        return amount(match[1], "万"), amount(match[2], match[3])
    share, figure = chinese_value(match[2]), amount(match[3])
    return share and share * SHARES[match[1]], figure and figure * SIGNS[match[4]]
