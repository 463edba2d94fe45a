"""Check M122: a text agrees a high daily rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, plain, texts
from generator.rules.written import DIGITS, SHARES, SIGNS, amount, chinese_value

CODE = Code(
    "M122",
    Severity.WARNING,
    Text("文字中的日违约金率偏高", "a text agrees a high daily rate"),
    page(
        Text("合同文字约定每日按0.1%以上支付违约金。", "A text agrees damages of more than 0.1 % a day."),
        Text(
            "每日千分之一已是年化36.5%；多半是万分之写成了千分之、百分之，过高的还可以请求减少。",
            "0.1 % a day is 36.5 % a year already; most often a zero is missing, and damages too high may be reduced.",
        ),
        "other_terms: [逾期退还样机的，每日按样机价款的3%支付违约金]",
        "other_terms: [逾期退还样机的，每日按样机价款的0.03%支付违约金]",
        Text("核对百分号和小数点。", "Check the sign and the decimal point."),
    ),
    (
        civil_code(
            "第五百八十五条",
            "约定的违约金过分高于造成的损失的，人民法院或者仲裁机构可以根据当事人的请求予以适当减少。",
        ),
    ),
)
LIMIT = Decimal("0.1")
PATTERN = re.compile(
    rf"(?:每日|每天|按日|每逾期(?:一|1)?[日天])[^。；]{{0,24}}?(?:([\d.]+)\s*([%％‰])|([百千万])分之([{DIGITS}点]+))[^。；]{{0,12}}违约金"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each daily rate above the limit."""
    for route, text in texts(project):
        for match in PATTERN.finditer(text):
            rate = amount(match[1]) if match[1] else chinese_value(match[4])
            percent = rate and rate * (SIGNS[match[2]] if match[2] else SHARES[match[3]])
            if percent and percent > LIMIT:
                message = Text(
                    f"“{match[0]}”：每日 {plain(percent)}%，年化 {plain(percent * 365)}%",
                    f"“{match[0]}”: {plain(percent)} % a day is {plain(percent * 365)} % a year",
                )
                yield found(CODE, message, Place(route))
