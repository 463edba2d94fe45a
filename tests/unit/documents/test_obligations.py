"""The ledger as a document: the words of each obligation, its clause's number, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.documents.obligations import KIND
from generator.model.project import Project


def test_both_sides_are_in_it(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    text = read(make(KIND, project_of("technical"))).text
    for fact in (
        *("甲方的义务", "乙方的义务", "支付款项：首期款，¥196,000.00", "已履行，2026年3月11日"),
        *(
            "提交报告：月度进度报告（2026年3月）",
            "第六条",
            "星仓终验版V1.1和源代码验收合格后15个工作日内",
            "至2032年12月31日",
        ),
        *("提供发票：首期款，¥196,000.00", "已履行，2026年5月22日，迟延7日"),
        *("验收单：XH-JS-2026-007/d1", "2027、2028"),
        *("终验款", "达到质量标准：系统可用率", "合同期限内", "持续履行"),
    ):
        assert fact in text, fact


def test_every_kind_of_contract_has_one(any_project: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, any_project)).text
    assert any_project.contract.number in text or any_project.contract.title in text


def test_a_moved_day_stands_beside_the_contract_s(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("technical")
    assert "2026年11月20日（变更单改期，原定2026年11月6日）" in read(make(KIND, project)).text
    assert "改期" not in read(make(KIND, replace(project, changes=()))).text
