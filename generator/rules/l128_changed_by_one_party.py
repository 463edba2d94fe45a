"""Check L128: one party may change the contract alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, texts

CODE = Code(
    "L128",
    Severity.WARNING,
    Text("约定一方可以单方变更合同", "one party may change the contract alone"),
    page(
        Text(
            "合同文字允许一方单方、随时变更或者调整合同、价格、范围。",
            "A text lets one party change the contract, price or scope at will.",
        ),
        Text(
            "合同由双方协商变更；由提供格式条款的一方单方变更，可能因不合理地加重对方责任而无效。",
            "A contract is changed by agreement; a standard term that lets one side do it may be void.",
        ),
        "other_terms: [甲方有权单方调整服务价格]",
        "other_terms: [服务价格需要调整的，双方签订变更单]",
        Text(
            "改为双方书面变更，或者写明调整的条件和幅度。",
            "Ask for a written change by both, or state condition and extent.",
        ),
    ),
    (civil_code("第五百四十三条", "当事人协商一致，可以变更合同。"),),
)
PATTERN = re.compile(
    "(?:甲方|乙方)(?:有权|可以?)[^，。；不]{0,4}(?:单方|随时|自行|任意)[^，。；不]{0,10}(?:变更|修改|调整|增减)|(?<!不得)(?<!无权)(?<!任何一方)单方(?:面)?(?:变更|修改|调整)(?:即|自|后)"
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that lets one party change the contract."""
    for route, text in texts(project):
        if match := PATTERN.search(text):
            message = Text(
                f"“{match[0]}”：变更合同应当双方协商一致", f"“{match[0]}”: a contract is changed by agreement"
            )
            yield found(CODE, message, Place(route))
