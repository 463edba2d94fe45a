"""The contact sheet: people, escalation path, responsibilities, who is told of what."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.contacts import KIND
from generator.model.project import Project


def test_everyone_and_everything_is_on_it(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    for contact in agency.contacts:
        assert contact.name in text
        assert contact.role in text
    for fact in (
        *(
            "138-0000-0001",
            "zhou@xinghe.example",
            "企业微信",
            "上一级3个工作日未解决",
            "首次联系",
            "专题会议，会后出纪要",
        ),
        *("销售目标", "书面报告", "报价幅度和区域外询价的审批", "顾承安、何书墨", "执行（R）", "负责（A）"),
        *("周以宁、钱沐阳", "沈若溪、吴景行", "不授予代理权"),
    ):
        assert fact in text, fact


def test_third_parties_are_reached_through_party_a(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    ding = next(one for one in agency.contacts if one.id == "ding")
    assert ding.phone is not None
    assert ding.email is not None
    assert ding.phone not in text
    assert ding.email not in text
    assert "经甲方联系" in text


def test_who_left_is_said_to_have_left(agency: Project, make: Any, read: Any) -> None:
    first, *rest = agency.contacts
    gone = replace(first, left_on=datetime.date(2026, 9, 30))
    text = read(make(KIND, replace(agency, contacts=(gone, *rest)))).text
    assert "周以宁（2026-09-30离任）" in text
    assert "周以宁、钱沐阳" not in text, "not told any more"


def test_a_deliverable_is_named(any_project: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, any_project)).text
    for one in any_project.responsibilities:
        if one.deliverable:
            name = next(each.name for each in any_project.contract.deliverables if each.id == one.deliverable)
            assert name in text
    bare = replace(any_project, responsibilities=(), escalation=())
    assert read(make(KIND, bare)).text.count("没有约定。") == 2


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "长" * 900])
def test_texts_print_as_they_are(agency: Project, make: Any, read: Any, hostile: str) -> None:
    first, *rest = agency.contacts
    step, *others = agency.escalation
    project = replace(
        agency,
        contacts=(replace(first, role=hostile), *rest),
        escalation=(replace(step, channel=hostile), *others),
    )
    assert read(make(KIND, project)).text.count(hostile) == 2
