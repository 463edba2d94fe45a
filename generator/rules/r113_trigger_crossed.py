"""Check R113: a trigger was crossed and the risk not reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import span
from generator.derive.risk import crossed, live
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.rules.support import page

CODE = Code(
    "R113",
    Severity.WARNING,
    Text("触发指标越过界限后没有复核", "a trigger was crossed and the risk not reviewed"),
    page(
        Text(
            "触发指标的测量值越过界限，而其后没有复核，也没有记为已发生。",
            "The KPI of the trigger crossed its limit, and since then the risk was neither reviewed nor recorded as occurred.",
        ),
        Text("触发条件就是为了及时重新判断。", "A trigger is there to judge anew in time."),
        "{trigger_kpi: {kpi: collection, below: 95}}",
        "{reviews: [{date: 2026-10-15, by: gu, likelihood: 3, impact: 4}]}",
        Text("复核并登记，或者把状态改为 occurred。", "Review and record it, or set the status to occurred."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each live risk whose trigger was crossed after its last review."""
    for risk in live(project):
        one = crossed(project, risk, project.project.as_of)
        if one is None or risk.status is RiskStatus.OCCURRED:
            continue
        if not any(review.date > span(one.period)[1] for review in risk.reviews):
            route = ("risks", project.risks.index(risk), "trigger_kpi")
            message = Text(
                f"{risk.id} 的触发指标为 {one.value}，已越过界限",
                f"the trigger of {risk.id} is {one.value}: its limit is crossed",
            )
            yield found(CODE, message, Place(route))
