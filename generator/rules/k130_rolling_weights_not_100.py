"""Check K130: rolling weights do not add up to 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K130",
    Severity.ERROR,
    Text("滚动权重合计不是100", "rolling weights do not add up to 100"),
    page(
        Text(
            "滚动得分的各期权重合计100，期数不超过12。",
            "The weights of the rolling score add up to 100, over at most twelve periods.",
        ),
        Text(
            "合计不是100，滚动得分就不在0至100之间，不能与等级比较。",
            "Otherwise the rolling score leaves the range of 0 to 100 and cannot be compared.",
        ),
        "rolling: [50, 30, 30]",
        "rolling: [50, 30, 20]",
        Text(
            "改权重。",
            "Change the weights.",
        ),
    ),
)
LONGEST = 12


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the rolling weights have another sum, or are too many."""
    weights = project.assessment.rolling
    total = sum(weights, Decimal(0))
    if weights and (total != 100 or len(weights) > LONGEST):
        message = Text(
            f"{len(weights)} 期的滚动权重合计 {plain(total)}",
            f"the rolling weights of {len(weights)} periods add up to {plain(total)}",
        )
        yield found(CODE, message, Place(("assessment", "rolling"), "key"))
