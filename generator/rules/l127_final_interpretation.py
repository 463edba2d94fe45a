"""Check L127: one party keeps the final interpretation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L127",
    Severity.WARNING,
    Text("约定由一方最终解释", "one party keeps the final interpretation"),
    page(
        Text("合同文字写明解释权归一方。", "A text leaves the interpretation of the contract to one party."),
        Text(
            "格式条款有两种解释的，按不利于提供方的解释；由一方解释的约定在诉讼中没有用处，还提示这是格式条款。",
            "Standard terms are read against the party that provides them; such a text is of no use and shows that they are standard terms.",
        ),
        "other_terms: [本合同的最终解释权归甲方所有]",
        "other_terms: [未尽事宜由双方书面补充]",
        Text("删去，把容易有歧义的词写清楚。", "Delete it, and define what may be read in two ways."),
    ),
    (civil_code("第四百九十八条", "对格式条款有两种以上解释的，应当作出不利于提供格式条款一方的解释。"),),
)
PATTERN = re.compile(
    "(?:最终)?解释权[^，。；]{0,6}(?:归|属于|由)[^，。；]{0,4}(?:甲方|乙方)|(?:由|归)(?:甲方|乙方)[^，。；]{0,4}(?:负责|享有|最终)[^，。；]{0,4}解释"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that leaves interpretation to one party."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：合同不由一方解释", f"“{match[0]}”: a contract is not read by one party alone"
            )
            yield found(CODE, message, Place(route))
