"""The ledger as a document: the words of each obligation, its clause's number, where it stands."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.documents.obligations import KIND
from generator.load import Loaded
from generator.model.common import Duration, DurationUnit, Side
from generator.model.goods import OrderLine, PurchaseOrder
from generator.model.price import ReturnEvent, Security, SecurityForm, SecurityType
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


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "“引号” 'x' \"y\"", "长" * 2000])
def test_names_print_as_they_are(
    project_of: Callable[[str], Project], make: Any, read: Any, hostile: str
) -> None:
    project = project_of("technical")
    first, *rest = project.contract.deliverables
    contract = replace(project.contract, deliverables=(replace(first, name=hostile), *rest))
    assert hostile in read(make(KIND, replace(project, contract=contract))).text


def test_what_nobody_recorded_is_not_said_to_be_done_or_late(agency: Project, make: Any, read: Any) -> None:
    rows = read(make(KIND, agency)).text.split("\n")
    at = rows.index("支付佣金（2026年第一季度），¥184,200.00")
    assert rows[at + 1 : at + 5] == [
        "对账单确认并收到发票后15个工作日内",
        "第九条",
        "佣金结算单和付款回单",
        "无履行记录",
    ]


def test_securities_and_orders_are_named(starters: dict[str, Loaded], make: Any, read: Any) -> None:
    project = starters["distribution"].project
    assert project is not None
    days = Duration(10, DurationUnit.CALENDAR_DAYS)
    bond = Security(
        id="s", type=SecurityType.MARGIN, payer=Side.PARTY_B, amount=Decimal(5000), form=(SecurityForm.CASH,),
        within=days, return_event=ReturnEvent.TERM_END, return_within=days,
    )  # fmt: skip
    sales = project.contract.sales
    line = OrderLine(product=sales.products[0].id if sales else "", quantity=Decimal(2))
    order = PurchaseOrder(
        id="o1", number="PO-1", date=datetime.date(2026, 3, 2), lines=(line,),
        deliver_on=datetime.date(2026, 4, 1), deliver_to="仓库",
    )  # fmt: skip
    one = replace(project, contract=replace(project.contract, securities=(bond,)), purchase_orders=(order,))
    text = read(make(KIND, one)).text
    for fact in (
        "交付担保：押金，¥5,000.00",
        "返还担保：押金，¥5,000.00",
        "支付订单款项：PO-1，¥",
        "PO-1订单确认时",
    ):
        assert fact in text, fact
