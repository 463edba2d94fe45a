"""Check P120: closed project with open risks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.rules.support import page

CODE = Code(
    "P120",
    Severity.WARNING,
    Text("已结项目仍有未关闭风险", "closed project with open risks"),
    page(
        Text(
            "项目状态是已结（closed），登记册里还有未关闭的风险。",
            "The project is closed, but risks of its register are not.",
        ),
        Text(
            "结项后没有人再跟踪；该移交的要写进后续事项。",
            "Nobody follows them after closing; what goes on belongs into follow_ups.",
        ),
        "project: {state: closed}\nrisks: [{id: R-01, status: open}]",
        "project: {state: closed}\nrisks: [{id: R-01, status: closed}]",
        Text("关闭风险，或退回收尾状态。", "Close the risks, or go back to closing."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each risk that a closed project leaves open."""
    if project.project.state is ProjectState.CLOSED:
        for index, risk in enumerate(project.risks):
            if risk.status is not RiskStatus.CLOSED:
                message = Text(
                    f"项目已结，{risk.id}“{risk.title}”未关闭",
                    f"the project is closed, {risk.id} '{risk.title}' is not",
                )
                yield found(CODE, message, Place(("risks", index, "status")))
