"""Check R107: acceptance of a risk has expired."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskResponse, RiskStatus
from generator.rules.support import page

CODE = Code(
    "R107",
    Severity.WARNING,
    Text("风险接受已到期", "acceptance of a risk has expired"),
    page(
        Text(
            "接受的到期日早于数据截止日，风险仍未关闭。",
            "The acceptance ended before the as-of date, and the risk is not closed.",
        ),
        Text("到期后没有人再对这项风险负责。", "After that day nobody answers for the risk."),
        "project: {as_of: 2026-07-31}\n"
        "acceptance: {approver: lin, approved_on: 2026-01-15, expires: 2026-06-30}",
        "project: {as_of: 2026-07-31}\n"
        "acceptance: {approver: lin, approved_on: 2026-06-28, expires: 2026-12-31}",
        Text(
            "重新批准，改应对方式，或关闭风险。",
            "Have it approved again, respond otherwise, or close the risk.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each acceptance that has run out."""
    as_of = project.project.as_of
    for index, risk in enumerate(project.risks):
        accepted = risk.acceptance if risk.response is RiskResponse.ACCEPT else None
        if risk.status is not RiskStatus.CLOSED and accepted and accepted.expires < as_of:
            message = Text(
                f"{risk.id}“{risk.title}”的接受已于 {accepted.expires} 到期",
                f"the acceptance of {risk.id} '{risk.title}' ended on {accepted.expires}",
            )
            yield found(CODE, message, Place(("risks", index, "acceptance", "expires")))
