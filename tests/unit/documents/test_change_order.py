"""The change order: what changes, from what to what, and what it makes of price and days."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.diagnostics import Place
from generator.documents.change_order import KIND
from generator.model.change import ChangeItem, ChangeStatus
from generator.model.project import Project


def test_every_fact_is_in_it(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("technical")
    text = read(make(KIND, project)).text
    one = project.changes[0]
    for fact in (
        *(one.number, one.title, "第六条　交付与里程碑", "附件一　任务与交付成果", "（新增）"),
        *("¥980,000.00", "¥0.00", "¥12,000.00", "¥992,000.00", "人民币玖拾玖万贰仟元整"),
        *("试运行上线", "2026年11月6日", "2026年11月20日", "14", "2026年10月22日"),
        *(part for item in one.items for part in (item.before, item.after) if part),
    ):
        assert fact in text, fact


def test_a_change_of_words_alone_says_so(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    text = read(make(KIND, project_of("agency"))).text
    assert "本次变更不增减合同价款。" in text
    assert "对期限的影响" not in text
    assert "经双方签字并盖章后，自2026年8月1日起生效" in text
    assert "2025年12月26日" in text


def test_what_is_proposed_leaves_the_day_to_be_written(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("framework")
    template = project_of("agency").changes[0]
    open_one = replace(
        template,
        items=(ChangeItem(about="附录 & <一>", after="新增<约定>&{{ 1 }}"),),
        status=ChangeStatus.PROPOSED,
        agreed_on=None,
        effective_on=None,
    )
    text = read(make(KIND, replace(project, changes=(open_one,)))).text
    assert "已提出" in text
    assert "双方签署之日" in text
    assert "附录 & <一>" in text
    assert "新增<约定>&{{ 1 }}" in text
    assert "对价款的影响" not in text


def test_a_project_without_changes_has_none(project_of: Callable[[str], Project]) -> None:
    assert KIND.items(project_of("work")) == ()


def test_a_second_change_counts_the_first(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("technical")
    first = project.changes[0]
    second = replace(
        first,
        id="bg-02",
        number="BG-02",
        status=ChangeStatus.PROPOSED,
        agreed_on=None,
        price=Decimal("-2000.50"),
        dates=(replace(first.dates[0], date=datetime.date(2026, 11, 27)),),
    )
    text = read(make(KIND, replace(project, changes=(second, first)))).text
    for fact in ("¥12,000.00", "-¥2,000.50", "¥989,999.50", "2026年11月20日", "2026年11月27日"):
        assert fact in text, fact
    assert "2026年11月6日\n2026年11月27日" not in text


def test_what_was_rejected_is_not_signed(project_of: Callable[[str], Project]) -> None:
    project = project_of("technical")
    refused = replace(project.changes[0], status=ChangeStatus.REJECTED, agreed_on=None)
    later = replace(project.changes[0], id="bg-02", number="BG-02")
    now = replace(project, changes=(refused, later))
    assert [(one.key, one.route) for one in KIND.items(now)] == [("bg-02", ("changes", 1))]


@pytest.mark.parametrize("clause", ["no-such", "customers"])
def test_a_clause_that_the_contract_has_not_is_an_error(
    project_of: Callable[[str], Project], make: Any, clause: str
) -> None:
    project = project_of("technical")
    kept, item, _ = project.changes[0].items
    one = replace(project.changes[0], items=(kept, replace(item, clause=clause)))
    made = make(KIND, replace(project, changes=(one,)))
    assert made.body is None
    assert [(d.code, d.location) for d in made.diagnostics] == [
        ("T191", Place(("changes", 0, "items", 1, "clause")))
    ]


def test_a_clause_that_a_deviation_adds_has_its_number(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("service")
    one = replace(
        project_of("agency").changes[0],
        items=(ChangeItem(clause="no-solicitation", after="十二个月改为六个月"),),
    )
    assert "不招揽" in read(make(KIND, replace(project, changes=(one,)))).text
