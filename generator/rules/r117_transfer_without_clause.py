"""Check R117: a transferred risk names no clause."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskResponse, RiskStatus
from generator.rules.support import page

CODE = Code(
    "R117",
    Severity.WARNING,
    Text("转移风险没有写明依据", "a transferred risk names no clause"),
    page(
        Text(
            "应对方式为转移的，写明由哪一条合同或者保险承担（clause，或者措施中写明）。",
            "A risk that is transferred names the clause or the measure (such as insurance) that bears it.",
        ),
        Text("没有依据的转移等于没有应对。", "Without a basis nothing was transferred."),
        "{response: transfer}",
        "{response: transfer, clause: covenants}",
        Text("写上 clause 或者措施。", "Name the clause or a measure."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each live risk that is transferred and has neither clause nor measure."""
    for at, risk in enumerate(project.risks):
        is_live = risk.status is not RiskStatus.CLOSED
        if is_live and risk.response is RiskResponse.TRANSFER and not risk.clause and not risk.measures:
            message = Text(
                f"{risk.id} 转移给谁、依据什么没有写明", f"{risk.id} is transferred by no clause or measure"
            )
            yield found(CODE, message, Place(("risks", at, "response")))
