"""Check L103: payment depends on a third party’s payment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_large, is_small, sme_rules
from generator.rules.support import page

CODE = Code(
    "L103",
    Severity.ERROR,
    Text("以收到第三方付款为付款条件", "payment depends on a third party’s payment"),
    page(
        Text(
            "甲方是大型企业，乙方是中小企业，付款条件写明收到客户或业主的款项后才付。",
            "Party A is a large, Party B a smaller enterprise, and payment depends on money received from "
            "a customer.",
        ),
        Text(
            "条例不允许这样约定（“背靠背”条款）；最高人民法院批复（法释〔2024〕11号）认定此类约定无效。",
            "The rules forbid such “pay when paid” terms; the Supreme People’s Court (2024 No. 11) holds "
            "them invalid.",
        ),
        "{id: p2, name: 尾款, percent: 70, event: signing, within: 30 calendar days, condition: "
        "甲方收到客户付款后支付}",
        "{id: p2, name: 尾款, percent: 70, event: acceptance, deliverable: d1, within: 30 calendar days}",
        Text(
            "删去该条件，以交付或验收起算。",
            "Delete the condition; let the period run from delivery or acceptance.",
        ),
    ),
    (sme_rules("第九条", "不得约定以收到第三方付款作为向中小企业支付款项的条件"),),
)


PATTERN = re.compile(
    r"(收到|取得|获得)[^，。；]{0,12}(业主|客户|第三方|最终用户|发包)[^，。；]{0,12}款|按[^，。；"
    r"]{0,8}回款(进度|比例)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each instalment whose condition waits for somebody else's money."""
    if is_large(project.parties.party_a) and is_small(project.parties.party_b):
        for index, row in enumerate(project.contract.instalments):
            if row.condition and (match := PATTERN.search(row.condition)):
                message = Text(
                    f"{row.name}以“{match[0]}”为付款条件，大型企业对中小企业不得这样约定",
                    f"'{row.name}' depends on “{match[0]}”: a large enterprise may not agree this with a "
                    "smaller one",
                )
                yield found(CODE, message, Place(("contract", "payment", "instalments", index, "condition")))
