"""Check R110: occurred risk without an incident."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.rules.support import page

CODE = Code(
    "R110",
    Severity.WARNING,
    Text("风险已发生却没有记录事件", "occurred risk without an incident"),
    page(
        Text(
            "状态为已发生（occurred）的风险，要记录事件的日期和经过（incidents）。",
            "A risk that has occurred records date and course of the incident.",
        ),
        Text("日后索赔、减责都要靠这份记录。", "Claims and defences rest on that record."),
        "{id: R-01, status: occurred}",
        "{id: R-01, status: occurred, incidents: [{date: 2026-05-08, text: 代理经理离职}]}",
        Text("补上 incidents。", "Add incidents."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each occurred risk without an incident."""
    for index, risk in enumerate(project.risks):
        if risk.status is RiskStatus.OCCURRED and not risk.incidents:
            message = Text(
                f"{risk.id}“{risk.title}”已发生，没有记录事件（incidents）",
                f"{risk.id} '{risk.title}' has occurred, but no incident is recorded",
            )
            yield found(CODE, message, Place(("risks", index, "status")))
