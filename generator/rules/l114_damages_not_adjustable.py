"""Check L114: damages said not to be adjustable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import contracts_interpretation, page, texts

CODE = Code(
    "L114",
    Severity.WARNING,
    Text("约定不得调整违约金", "damages said not to be adjustable"),
    page(
        Text(
            "合同文字约定不得调整或放弃请求调整违约金。",
            "The contract says that damages may not be adjusted, or waives the request.",
        ),
        Text(
            "仅以合同约定不得调整为由主张不调整的，人民法院不予支持；写了也没有作用。",
            "Courts do not uphold an objection that rests on such a term alone; it has no effect.",
        ),
        "other_terms: [双方均不得请求调整违约金]",
        "other_terms: [双方确认违约金按可预见的损失估算]",
        Text(
            "删去；改为写明违约金与预计损失的关系。",
            "Delete it; state instead how the damages relate to the loss expected.",
        ),
    ),
    (
        contracts_interpretation(
            "第六十四条", "当事人仅以合同约定不得对违约金进行调整为由主张不予调整违约金的，人民法院不予支持。"
        ),
    ),
)


PATTERN = re.compile(
    "(不得|放弃|不予)[^，。；]{0,10}(调整|调低|减少|降低)[^，。；]{0,6}违约金|违约金[^，。；"
    "]{0,6}不(得|予|可)调整"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that excludes the adjustment of damages."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：法院不会仅因这样的约定而不调整违约金",
                f"“{match[0]}”: a court will not refuse to adjust damages on such a term alone",
            )
            yield found(CODE, message, Place(route))
