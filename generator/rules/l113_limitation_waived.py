"""Check L113: limitation waived or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L113",
    Severity.ERROR,
    Text("约定放弃或改变诉讼时效", "limitation waived or changed"),
    page(
        Text(
            "合同文字约定放弃诉讼时效利益，或延长、缩短诉讼时效期间。",
            "The contract waives the limitation of actions, or makes it longer or shorter.",
        ),
        Text(
            "诉讼时效由法律规定，当事人约定无效，预先放弃也无效。",
            "Limitation is a matter of law: agreements on it and waivers in advance are void.",
        ),
        "other_terms: [乙方放弃诉讼时效抗辩]",
        "other_terms: [双方每年12月31日前书面对账]",
        Text(
            "删去该约定；要保全债权，定期书面对账和催告。",
            "Delete it; to keep a claim alive, confirm balances and demand payment in writing.",
        ),
    ),
    (
        civil_code(
            "第一百九十七条", "诉讼时效的期间、计算方法以及中止、中断的事由由法律规定，当事人约定无效。"
        ),
    ),
)


PATTERN = re.compile(
    "(放弃|缩短|延长|不受|排除)[^，。；]{0,8}诉讼时效|诉讼时效[^，。；]{0,6}(延长|缩短|放弃)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the contract that disposes of limitation."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：关于诉讼时效的约定和预先放弃无效",
                f"“{match[0]}”: agreements on limitation and waivers in advance are void",
            )
            yield found(CODE, message, Place(route))
