"""Forms and records of feedback, training and resources print what is recorded, and stand any content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.documents.feedback_register import KIND as REGISTER
from generator.documents.resource_plan import KIND as PLAN
from generator.documents.survey_form import KIND as FORM
from generator.documents.training_record import KIND as TRAINING
from generator.model.project import Project

ProjectOf = Callable[[str], Project]


def test_the_form_has_every_question_and_boxes(agency: Project, make: Any, read: Any) -> None:
    text = read(make(FORM, agency)).text
    for fact in ("选型和技术支持", "交期通知", "问题响应", "□5　□4　□3　□2　□1"):
        assert fact in text
    assert agency.feedback is not None
    wide = tuple(replace(one, scale=Decimal(100)) for one in agency.feedback.surveys)
    assert "□" not in read(make(FORM, replace(agency, feedback=replace(agency.feedback, surveys=wide)))).text


def test_the_register(agency: Project, make: Any, read: Any) -> None:
    text = read(make(REGISTER, agency)).text
    for fact in (
        "41份，发出60份，回收率68.33%", "4.4分（满分5分）", "选型和技术支持 4.51", "22天办结，逾期8天", "1天办结，未逾期",
        "未办结，已5天，未逾期", "责任方：甲方", "i-02 投诉值班由单人改为双人", "续约时应要求后备人员",
    ):  # fmt: skip
        assert fact in text, fact


def test_support_of_both_sides(project_of: ProjectOf, make: Any, read: Any) -> None:
    text = read(make(REGISTER, project_of("service"))).text
    assert "5.3小时（承诺4小时），超时" in text
    assert "29小时（承诺8小时），超时" in text or "29.0小时（承诺8小时），超时" in text
    assert "未完成（承诺8小时），超时" in text


def test_the_training_record(agency: Project, make: Any, read: Any) -> None:
    text = read(make(TRAINING, agency)).text
    for fact in (
        "缺课：孟子谦。",
        "缺课，2026年3月12日补训",
        "XT-500现场标定\u3000签到表",
        "培训人（签字）",
        "合格",
    ):
        assert fact in text, fact


def test_the_resource_plan(agency: Project, make: Any, read: Any) -> None:
    text = read(make(PLAN, agency)).text
    for fact in ("XS-200温度变送器样机\n只\n6\n6\n2\n4", "有效期至2027年6月30日", "2026年9月7日至"):
        assert fact in text, fact
    assert agency.resources is not None
    first, *rest = agency.resources.people
    new = replace(
        first, replaces=rest[0].id, notified_on=agency.project.as_of, approved_on=agency.project.as_of
    )
    people = replace(agency.resources, people=(new, *rest))
    assert "接替孟子谦" in read(make(PLAN, replace(agency, resources=people))).text


@pytest.mark.parametrize("kind", [FORM, REGISTER, TRAINING, PLAN], ids=lambda kind: kind.name)
def test_a_project_without_any(agency: Project, kind: Any) -> None:
    bare = replace(agency, feedback=None, training=(), resources=None, assistance=None)
    assert kind.items(bare) == ()


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "长" * 900])
def test_texts_print_as_they_are(agency: Project, make: Any, read: Any, hostile: str) -> None:
    assert agency.feedback is not None
    complaints = tuple(replace(one, text=hostile) for one in agency.feedback.complaints)
    changed = replace(agency, feedback=replace(agency.feedback, complaints=complaints))
    assert hostile in read(make(REGISTER, changed)).text
