"""Check R118: a high risk is reviewed too rarely."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.risk import RiskLevel, level, live
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "R118",
    Severity.WARNING,
    Text("高风险的复核间隔太长", "a high risk is reviewed too rarely"),
    page(
        Text(
            "当前为高或者极高的风险，下次复核不应超过三个月。",
            "A risk at high or extreme is reviewed within three months.",
        ),
        Text("等级高的风险变化快，等太久就来不及应对。", "Grave risks move fast."),
        "{review_on: 2027-03-01}",
        "{review_on: 2026-11-16}",
        Text("提前复核日期。", "Bring the review forward."),
    ),
)


DAYS = 92


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each live high or extreme risk whose next review is more than three months away."""
    on = project.project.as_of
    for risk in live(project):
        grave = level(risk.current, project.risk_matrix) in {RiskLevel.HIGH, RiskLevel.EXTREME}
        if grave and (risk.review_on - on).days > DAYS:
            message = Text(
                f"{risk.id} 等级高，{risk.review_on} 才复核",
                f"{risk.id} is grave and reviewed only on {risk.review_on}",
            )
            yield found(CODE, message, Place(("risks", project.risks.index(risk), "review_on")))
