"""Check C125: a text calls exclusive what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.sales import Exclusivity
from generator.rules.support import page, see, texts

CODE = Code(
    "C125",
    Severity.WARNING,
    Text("文字写独家，约定却是普通", "a text calls exclusive what is not"),
    page(
        Text(
            "sales.exclusivity 是 non_exclusive，而合同文字写了独家、排他。",
            "sales.exclusivity is non_exclusive, and a text speaks of an exclusive or sole agent.",
        ),
        Text(
            "乙方会据此主张甲方不得另行委托或者自行销售。",
            "Party B will claim that Party A may neither appoint others nor sell itself.",
        ),
        "sales: {exclusivity: non_exclusive}\nrecitals: [甲方委托乙方作为华东区域独家代理]",
        "sales: {exclusivity: non_exclusive}\nrecitals: [甲方委托乙方作为华东区域代理]",
        Text("改正文字，或者改正 exclusivity。", "Correct the text, or exclusivity."),
    ),
)
EXCLUSIVE, DENIED = re.compile("独家|排他|唯一的?(?:代理|经销)"), re.compile("[非不未无]")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that makes the agency exclusive; one with a denial does not."""
    sales = project.contract.sales
    if sales is None or sales.exclusivity is not Exclusivity.NON_EXCLUSIVE:
        return
    for route, text in texts(project):
        if (match := EXCLUSIVE.search(text)) and not DENIED.search(text):
            message = Text(
                f"文字写了“{match[0]}”，约定是 {sales.exclusivity}",
                f"the text says “{match[0]}”, the contract {sales.exclusivity}",
            )
            related = [see("约定的方式", "what is agreed", ("contract", "sales", "exclusivity"))]
            yield found(CODE, message, Place(route), related=related)
