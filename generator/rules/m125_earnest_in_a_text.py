"""Check M125: a text agrees earnest money above a fifth of the price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts
from generator.rules.written import amount

CODE = Code(
    "M125",
    Severity.ERROR,
    Text("文字约定的定金超过百分之二十", "a text agrees earnest money above a fifth of the price"),
    page(
        Text(
            "合同文字约定的定金超过合同总额的20%。正好20%不算超过。",
            "A text agrees earnest money of more than 20 % of the total. Exactly 20 % is not above.",
        ),
        Text("超过部分不产生定金的效力。", "What is above has no effect as earnest money."),
        "other_terms: [合同签订后支付合同总额30%的定金]",
        "other_terms: [合同签订后支付合同总额20%的定金]",
        Text(
            "降到20%以内；定金最好写在 securities 中。",
            "Bring it down to 20 %; better state it under securities.",
        ),
    ),
    (civil_code("第五百八十六条", "不得超过主合同标的额的百分之二十，超过部分不产生定金的效力"),),
)
_SHARE, _SUM = r"(?<![\d.])([\d.]+)\s*[%％]", r"(?<![\d,.])([\d,.]+)\s*(万?)元"
SHARE = re.compile(f"{_SHARE}(?:的|作为|为)?定金|定金(?:为|按|是|：)?[^，。；\\d抵付退]{{0,10}}{_SHARE}")
SUM = re.compile(f"定金(?:为|是|：)?(?:人民币)?\\s*[¥￥]?\\s*{_SUM}|{_SUM}(?:的|作为|为)?定金")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each share above 20 %, and each sum above a fifth of gross."""
    gross = project.contract.gross
    for route, text in texts(project):
        if "定金" not in text:
            continue
        for match in (*SHARE.finditer(text), *(SUM.finditer(text) if gross else ())):
            share = _share(match, gross or Decimal(1))
            if share is not None and share > Decimal("0.2"):
                message = Text(
                    f"“{match[0]}”：定金不得超过20%", f"“{match[0]}”: earnest money is at most 20 %"
                )
                yield found(CODE, message, Place(route))


def _share(match: re.Match[str], gross: Decimal) -> Decimal | None:
    if match.re is SHARE:
        percent = amount(match[1] or match[2])
        return percent and percent / 100
    total = amount(match[1] or match[3], match[2] or match[4] or "")
    return total and total / gross
