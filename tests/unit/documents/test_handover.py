"""The delivery and handover list."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.documents.handover import KIND
from generator.locale import date_text
from generator.model.change import ChangedDate, ChangeStatus
from generator.model.project import Project


def test_results_and_materials_are_listed(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("technical")
    text = read(make(KIND, project)).text
    assert project.resources is not None
    for item in project.contract.deliverables:
        assert item.name in text
    for material in project.resources.materials:
        assert material.name in text
        assert f"\n{material.handed_over - material.returned}\n" in text
    assert "尚未交付：星仓终验版V1.1和源代码。" in text
    assert "已经交付、尚未验收合格：接口联调报告、用户手册和培训记录。" in text
    assert "甲方提供、尚未返还：测试服务器 2 台、手持终端 6 台。" in text
    assert "未交付" in text
    assert "未验收" in text


def test_a_project_with_neither_has_no_list(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    assert KIND.items(project_of("nda")) == ()
    work = project_of("work")
    assert "甲方提供的设备和物资" not in read(make(KIND, work)).text
    bare = replace(work, contract=replace(work.contract, deliverables=()))
    assert KIND.items(bare) == ()


def test_a_signed_change_of_the_day_stands_beside_the_contract_s(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("technical")
    day = ChangedDate(deliverable="d6", date=datetime.date(2026, 12, 28))
    signed = replace(project.changes[0], dates=(day,))
    text = read(make(KIND, replace(project, changes=(signed,)))).text
    due = next(one.due for one in project.contract.deliverables if one.id == "d6")
    assert f"{date_text(due)}（变更单XH-JS-2026-007-BG-01改为2026年12月28日）" in text
    for status in (ChangeStatus.PROPOSED, ChangeStatus.REJECTED):
        other = replace(signed, status=status, agreed_on=None)
        assert "改为" not in read(make(KIND, replace(project, changes=(other,)))).text


def test_what_is_settled_is_said_to_be(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("work")
    day = datetime.date(2026, 3, 2)
    done = tuple(replace(one, delivered_on=day, accepted_on=day) for one in project.contract.deliverables)
    settled = replace(project, contract=replace(project.contract, deliverables=done))
    assert "没有未结事项。" in read(make(KIND, settled)).text


def test_who_supplies_hands_over(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    for name, side in (("technical", "乙方"), ("distribution", "甲方")):
        project = project_of(name)
        given = replace(project, resources=project_of("technical").resources)
        text = read(make(KIND, given)).text
        assert text.split("移交方\n")[1].split("\n")[0].endswith(f"（{side}）")
