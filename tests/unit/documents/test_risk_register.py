"""Every field of the register's list can be written and is printed; levels are derived."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.documents.risk_register import KIND
from generator.model.common import Side
from generator.model.project import Project
from generator.model.risk import (
    Exposure,
    Incident,
    KnowledgeStrength,
    Measure,
    Risk,
    RiskAcceptance,
    RiskCategory,
    RiskResponse,
    RiskReview,
    RiskStatus,
    TriggerKpi,
)

D = datetime.date
FULL = Risk(
    id="RX-9", title="要素名称", raised_on=D(2026, 2, 3), category=RiskCategory.CONTRACT, source="要素风险源",
    cause="要素原因", consequence="要素后果", trigger="要素触发", controls=("要素控制",),
    inherent=Exposure(likelihood=5, impact=4), current=Exposure(likelihood=3, impact=4), residual=Exposure(likelihood=1, impact=4),
    response=RiskResponse.ACCEPT, measures=(Measure(text="要素措施", owner="gu", due=D(2026, 6, 1), done_on=D(2026, 5, 30)),),
    owner="zhou", status=RiskStatus.CLOSED, review_on=D(2026, 11, 2), knowledge=KnowledgeStrength.HIGH,
    justification="要素理由", incidents=(Incident(date=D(2026, 4, 4), text="要素事件"),), antecedents=("R-05",),
    acceptance=RiskAcceptance(approver="shen", approved_on=D(2026, 3, 1), expires=D(2026, 12, 1)), clause="territory",
    kpi="sales", party=Side.PARTY_B, cost_reserve=Decimal(12345), trigger_kpi=TriggerKpi(kpi="sales", below=Decimal(80)),
    actions=("a-08-3",), reviews=(RiskReview(date=D(2026, 5, 5), by="zhou", likelihood=3, impact=4, note="要素复核"),),
    closed_on=D(2026, 10, 9), closed_because="要素关闭",
)  # fmt: skip
PRINTED = {
    "risk_id": "RX-9", "date_raised": "2026年2月3日", "description": "要素名称", "category": "合同", "source_or_origin": "要素风险源",
    "causes": "要素原因", "consequence": "要素后果", "trigger": "要素触发；销售额达成率低于80%", "existing_controls": "要素控制",
    "inherent_likelihood, impact and level": "极高（5×4=20）", "current_likelihood, impact and level": "高（3×4=12）",
    "residual_likelihood, impact and level": "低（1×4=4）", "treatment_option": "接受",
    "treatment_plan, controls and due_date": "要素措施（顾承安，期限2026年6月1日，2026年5月30日完成）", "owner": "周以宁", "status": "已关闭",
    "next_review": "2026-11-02", "strength_of_knowledge": "强", "justification": "要素理由", "linked_incidents": "2026年4月4日：要素事件",
    "antecedent_risks": "R-05", "acceptance_and_expiry": "于2026年3月1日批准接受，至2026年12月1日止", "clause": "第", "kpi": "销售额达成率",
    "party": "乙方", "cost_reserve": "¥12,345.00", "action": "a-08-3", "review": "2026年5月5日：高（3×4=12），要素复核", "closed": "2026年10月9日，要素关闭",
}  # fmt: skip


@pytest.mark.parametrize("field", PRINTED)
def test_each_field_is_printed(agency: Project, make: Any, read: Any, field: str) -> None:
    text = read(make(KIND, replace(agency, risks=(*agency.risks, FULL)))).text
    assert PRINTED[field] in text.split("RX-9\u3000要素名称")[-1] + text, field


def test_priority_is_the_rank_among_open_risks(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    assert "优先级\n1\n" in text
    assert f"共{len(agency.risks)}项" in text


@pytest.mark.parametrize("name", ["agency", "service", "technical", "purchase", "work"])
def test_every_register_is_made(
    project_of: Callable[[str], Project], make: Any, read: Any, name: str
) -> None:
    project = project_of(name)
    text = read(make(KIND, project)).text
    for risk in project.risks:
        assert risk.title in text
        assert risk.cause in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "长" * 900])
def test_texts_print_as_they_are(agency: Project, make: Any, read: Any, hostile: str) -> None:
    text = read(make(KIND, replace(agency, risks=(replace(FULL, title=hostile, cause=hostile),)))).text
    assert text.count(hostile) == 3
