"""Check R109: contract or legal risk without a clause."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskCategory, RiskStatus
from generator.rules.support import page

CODE = Code(
    "R109",
    Severity.INFO,
    Text("合同、法律风险没有对应条款", "contract or legal risk without a clause"),
    page(
        Text(
            "类别为合同或法律的风险，建议写明对应的合同条款（clause）。",
            "A contract or legal risk should name the clause that it concerns.",
        ),
        Text(
            "看不出哪一条应对它，条款修改时就会漏掉。",
            "Without it nobody sees which term answers it when the contract changes.",
        ),
        "{id: R-03, category: contract}",
        "{id: R-03, category: contract, clause: late-delivery}",
        Text(
            "写上条款库编号；没有对应条款的，考虑补充约定。",
            "Name the clause; where there is none, consider agreeing one.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each open contract or legal risk without a clause."""
    for index, risk in enumerate(project.risks):
        legal = risk.category in (RiskCategory.CONTRACT, RiskCategory.LEGAL)
        if legal and risk.status is not RiskStatus.CLOSED and risk.clause is None:
            message = Text(
                f"{risk.id}“{risk.title}”是合同或法律风险，没有写对应条款（clause）",
                f"{risk.id} '{risk.title}' is a {risk.category} risk without a clause",
            )
            yield found(CODE, message, Place(("risks", index, "category")))
