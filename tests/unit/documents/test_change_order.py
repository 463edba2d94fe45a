"""The change order: what changes, from what to what, and what it makes of price and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.documents.change_order import KIND
from generator.model.change import ChangeItem, ChangeStatus
from generator.model.project import Project


def test_every_fact_is_in_it(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("technical")
    text = read(make(KIND, project)).text
    one = project.changes[0]
    for fact in (
        *(one.number, one.title, "第六条　交付与里程碑", "附件一　任务与交付成果", "（新增）"),
        *("¥980,000.00", "¥12,000.00", "¥992,000.00", "人民币玖拾玖万贰仟元整"),
        *("试运行上线", "2026年11月6日", "2026年11月20日", "14", "2026年10月22日"),
        *(part for item in one.items for part in (item.before, item.after) if part),
    ):
        assert fact in text, fact


def test_a_change_of_words_alone_says_so(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    text = read(make(KIND, project_of("agency"))).text
    assert "本次变更不增减合同价款。" in text
    assert "对期限的影响" not in text


def test_what_is_proposed_leaves_the_day_to_be_written(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("framework")
    template = project_of("agency").changes[0]
    open_one = replace(
        template,
        items=(ChangeItem(clause="no-such", after="新增<约定>&{{ 1 }}"),),
        status=ChangeStatus.PROPOSED,
        agreed_on=None,
        effective_on=None,
    )
    text = read(make(KIND, replace(project, changes=(open_one,)))).text
    assert "已提出" in text
    assert "双方签署之日" in text
    assert "新增<约定>&{{ 1 }}" in text
    assert "对价款的影响" not in text


def test_a_project_without_changes_has_none(project_of: Callable[[str], Project]) -> None:
    assert KIND.items(project_of("service")) == ()
