"""The purchase order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.documents.order import KIND
from generator.model.project import Project


def test_what_is_ordered_and_what_it_costs(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("framework")
    text = read(make(KIND, project)).text
    for fact in (
        *("PO-2026-0001", "四层印制电路板", "5,000", "¥18.60", "¥93,000.00", "¥132,000.00"),
        *("人民币壹拾叁万贰仟元整", "¥116,814.16", "¥15,185.84", "视为接受", "2026年4月29日"),
        project.parties.party_b.name,
    ):
        assert fact in text, fact


def test_a_distributor_is_the_buyer(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    order = project_of("framework").purchase_orders[0]
    one = project_of("distribution")
    lines = (replace(order.lines[0], product="fc-1"),)
    ordered = replace(order, lines=lines, note="随货附<检验报告>&合格证", confirmed_on=order.date)
    document = read(make(KIND, replace(one, purchase_orders=(ordered,))))
    assert f"买方\n{one.parties.party_b.name}\n卖方" in document.text
    assert "备注：随货附<检验报告>&合格证。" in document.text
    assert "视为不接受" in document.text


def test_a_contract_without_orders_has_none(project_of: Callable[[str], Project]) -> None:
    order = project_of("framework").purchase_orders[0]
    assert KIND.items(replace(project_of("purchase"), purchase_orders=(order,))) == ()
