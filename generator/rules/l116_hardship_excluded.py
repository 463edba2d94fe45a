"""Check L116: change of circumstances excluded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import contracts_interpretation, page, texts

CODE = Code(
    "L116",
    Severity.ERROR,
    Text("约定排除情势变更", "change of circumstances excluded"),
    page(
        Text(
            "合同文字约定不适用或者放弃情势变更。",
            "The contract excludes or waives the rule on changed circumstances.",
        ),
        Text(
            "事先约定排除民法典第五百三十三条适用的，约定无效。",
            "An agreement in advance that excludes article 533 of the Civil Code is void.",
        ),
        "other_terms: [双方放弃主张情势变更的权利]",
        "other_terms: [主要原材料价格变动超过10%的，双方重新协商价格]",
        Text(
            "删去该约定；对可以预见的变动，约定价格调整的办法。",
            "Delete it; for changes that can be foreseen, agree how prices are adjusted.",
        ),
    ),
    (
        contracts_interpretation(
            "第三十二条", "当事人事先约定排除民法典第五百三十三条适用的，人民法院应当认定该约定无效。"
        ),
    ),
)


PATTERN = re.compile(
    "(放弃|排除|不适用|不得(主张|援引|适用))[^，。；]{0,12}(情势变更|第五百三十三条)|情势变更[^，。；]{0,6}(不予适用|均不适用)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that excludes the rule on changed circumstances."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：事先约定排除情势变更的，约定无效",
                f"“{match[0]}”: an exclusion agreed in advance is void",
            )
            yield found(CODE, message, Place(route))
