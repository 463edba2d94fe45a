"""Check R104: high risk without measures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.risk import magnitude
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskResponse, RiskStatus
from generator.rules.support import civil_code, page

CODE = Code(
    "R104",
    Severity.WARNING,
    Text("高风险没有应对措施", "high risk without measures"),
    page(
        Text(
            "现时等级为高或极高的未关闭风险，应对方式不是接受，却没有未完成的措施。",
            "A risk of high or extreme level is not closed and not accepted, yet no measure is under way.",
        ),
        Text(
            "登记了高风险却无人行动；损失扩大的部分，还可能不能向对方请求赔偿。",
            "A high risk nobody acts on; for loss that grows meanwhile compensation may be refused.",
        ),
        "{id: R-01, current: {likelihood: 4, impact: 4}, response: reduce, status: open}",
        "id: R-01\ncurrent: {likelihood: 4, impact: 4}\nresponse: reduce\n"
        "measures: [{text: 增设备份代理人员, owner: zhou, due: 2026-06-30}]",
        Text(
            "写上措施、责任人和期限，或经批准接受风险。",
            "Add measures with owner and date, or have the risk accepted.",
        ),
    ),
    (civil_code("第五百九十一条", "没有采取适当措施致使损失扩大的，不得就扩大的损失请求赔偿"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each high risk for which nothing is being done."""
    for index, risk in enumerate(project.risks):
        score = magnitude(risk.current)
        acting = (
            any(measure.done_on is None for measure in risk.measures) or risk.response is RiskResponse.ACCEPT
        )
        if risk.status is not RiskStatus.CLOSED and score >= project.risk_matrix.high_from and not acting:
            message = Text(
                f"{risk.id}“{risk.title}”现时风险值 {score}（高起点 {project.risk_matrix.high_from}），"
                "没有进行中的措施",
                f"{risk.id} '{risk.title}' scores {score} (high from {project.risk_matrix.high_from}), but "
                "no measure is open",
            )
            yield found(CODE, message, Place(("risks", index, "id")))
