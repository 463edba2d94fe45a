"""Check K138: the resale price of a distributor is assessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.rules.support import leaves, page

CODE = Code(
    "K138",
    Severity.ERROR,
    Text("考核经销商的转售价格", "the resale price of a distributor is assessed"),
    page(
        Text(
            "经销项目的指标、加减分项或者否决项，考核经销商是否执行规定价、统一零售价或者最低价。",
            "A KPI, bonus or veto of a distribution project rewards keeping to a set or minimum resale price.",
        ),
        Text(
            "用考核奖惩维持转售价格，与在合同里固定价格一样，属于法律禁止的垄断协议。",
            "Rewarding it fixes the resale price as a clause would: a prohibited agreement.",
        ),
        "kpis: [{name: 价格维护率, definition: 按统一零售价销售的门店数 ÷ 门店总数 × 100%}]",
        "kpis: [{name: 明码标价率, definition: 自主定价并明码标价的门店数 ÷ 门店总数 × 100%}]",
        Text(
            "删去该指标，只考核服务、陈列和市场秩序，不考核转售价格。",
            "Delete it; assess service and display, never the resale price.",
        ),
    ),
    (cite("反垄断法", "第十八条", "固定向第三人转售商品的价格"),),
)
PATTERN = re.compile(
    r"(?:按照?|执行|遵守|维护|维持|不低于|低于|保持)[^，。；]{0,8}(?:统一|规定|指导|限定|最低|建议)[^，。；]{0,4}价"
    r"|(?:价格|零售价|转售价|控价)[^，。；]{0,4}(?:维护|维持|执行|达标|遵守|管控)[^，。；]{0,2}率?|控价|低价(?:销售|倾销|乱价)|乱价"
)
DISCLAIMED = re.compile(r"不考核|自主定价|不得限制|不限制")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the assessment that binds the price at which a distributor resells."""
    if project.project.kind is not ProjectKind.DISTRIBUTION:
        return
    parts = ((project.kpis, "kpis"), (project.assessment, "assessment"))
    for route, text in (one for part, name in parts for one in leaves(part, (name,), str)):
        match = None if DISCLAIMED.search(text) else PATTERN.search(text)
        if match:
            message = Text(f"“{match[0]}”考核转售价格", f"“{match[0]}” assesses the resale price")
            yield found(CODE, message, Place(route))
