"""Check R106: risk accepted without approval."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskResponse
from generator.rules.support import page

CODE = Code(
    "R106",
    Severity.ERROR,
    Text("接受风险没有批准", "risk accepted without approval"),
    page(
        Text(
            "应对方式为接受（accept）时，要写批准人、批准日和到期日（acceptance）。",
            "Where the response is accept, acceptance names who approved it, when and until when.",
        ),
        Text("没有批准的“接受”，只是没有处理。", "Acceptance without approval is merely inaction."),
        "{id: R-02, response: accept}",
        "id: R-02\nresponse: accept\nacceptance: {approver: lin, approved_on: 2026-01-15, expires: "
        "2026-12-31}",
        Text("补上 acceptance，或改应对方式。", "Add acceptance, or choose another response."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each accepted risk without an acceptance."""
    for index, risk in enumerate(project.risks):
        if risk.response is RiskResponse.ACCEPT and risk.acceptance is None:
            message = Text(
                f"{risk.id}“{risk.title}”的应对方式是接受，没有批准记录（acceptance）",
                f"{risk.id} '{risk.title}' is accepted without an acceptance",
            )
            yield found(CODE, message, Place(("risks", index, "response")))
