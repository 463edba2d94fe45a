"""Check L131: a distributor's resale price is fixed or has a floor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.rules.support import leaves, page, texts

CODE = Code(
    "L131",
    Severity.ERROR,
    Text("固定或者限定经销商的转售价格", "a distributor's resale price is fixed or has a floor"),
    page(
        Text(
            "经销合同的文字要求乙方按规定价格、统一零售价销售，或者不得低于某一价格销售。",
            "The texts of a distribution contract oblige Party B to resell at a set price, or not below one.",
        ),
        Text(
            "与交易相对人固定转售价格、限定最低转售价格，属于法律禁止的垄断协议，可以被没收违法所得并罚款。",
            "Agreements with trading partners that fix resale prices or set a minimum are prohibited and fined.",
        ),
        "party_b_duties: [{id: b1, text: 应当严格按照甲方规定的零售价销售}]",
        "party_b_duties: [{id: b1, text: 可以参考甲方公布的建议零售价，自主定价}]",
        Text(
            "删去价格限制，只保留不带后果的建议价。",
            "Delete it; a recommended price without consequences may stay.",
        ),
    ),
    (cite("反垄断法", "第十八条", "固定向第三人转售商品的价格"),),
)
PATTERN = re.compile(
    r"(?<!不)(?:严格|必须|应当|统一)[^，。；]{0,12}(?:按|执行)?[^，。；不]{0,8}(?:规定|统一|指导|限定)[^，。；]{0,4}价|不得低于[^，。；]{0,12}价"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that binds the price at which a distributor resells."""
    if project.project.kind is ProjectKind.DISTRIBUTION:
        for route, text in (*texts(project), *leaves(project.sales_policy, ("sales_policy",), str)):
            if match := PATTERN.search(text):
                message = Text(f"“{match[0]}”限制了转售价格", f"“{match[0]}” restricts the resale price")
                yield found(CODE, message, Place(route))
