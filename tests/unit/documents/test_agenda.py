"""The agenda: who and when, items with times, and everything that is open, late or off track."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.agenda import KIND
from generator.model.meeting import NextMeeting
from generator.model.profile import ProjectState
from generator.model.project import Project


def test_one_for_each_next_meeting(project_of: Callable[[str], Project]) -> None:
    stems = {
        name: [item.stem for item in KIND.items(project_of(name))]
        for name in ("agency", "technical", "service")
    }
    assert stems == {
        "agency": ["会议议程_monthly_2026-11-16"],
        "technical": ["会议议程_monthly_2026-11-12", "会议议程_milestone-review_2026-11-17"],
        "service": ["会议议程_biweekly_2026-11-04"],
    }
    project = project_of("agency")
    closed = replace(project, project=replace(project.project, state=ProjectState.CLOSED))
    assert KIND.items(closed) == ()


def test_everything_that_is_open_is_on_it(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    for fact in (
        *("2026年11月16日（星期一）", "14:00—15:30", "周以宁（销售运营经理）", "甲方六楼第二会议室"),
        *("云岫联商（上海）工业自动化有限公司", "孟子谦", "售前工程师", "14:15—14:40", "销售和回款进度"),
        *("a-09-3", "出具续约法律意见，含佣金级次和区域调整的写法", "逾期22天", "2026-10-09"),
        *("r-10-2", "待签变更单", "XH-DL-2026-001-BX-01（待签）", "上次会议决议，请双方确认"),
        *("销售额达成率", "2026年第三季度：98.9%", "未达目标100%"),
        *("报告：月度销售报告（2026年8月）", "逾期54天", "c-03", "投诉处理：XT-500安装后零点偏移"),
        *("R-04", "风险措施：完成替代芯片验证", "续期通知", "今日到期"),
    ):
        assert fact in text, fact
    assert "错过续约通知期" in text
    assert "推介会投入不及预期" not in text, "a risk that Party A keeps to itself"


def test_payments_say_how_much(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    text = read(make(KIND, project_of("technical"))).text
    assert "付款：培训款，¥98,000.00" in text
    assert "里程碑：试运行上线" in text


def test_every_kind_of_contract_has_one(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    for kind in ("nda", "framework", "purchase"):
        project = project_of(kind)
        if KIND.items(project):
            assert "应到人员" in read(make(KIND, project)).text


def test_a_meeting_outside_any_cadence_has_one(agency: Project, make: Any, read: Any) -> None:
    *rest, last = agency.meetings
    agreed = NextMeeting(date=datetime.date(2026, 11, 6), time=datetime.time(23, 30), place="线上")
    project = replace(agency, meetings=(*rest, replace(last, cadence=None, next=agreed)))
    found = {item.key: item for item in KIND.items(project)}
    assert set(found) == {"other", "monthly"}
    text = read(make(KIND, project)).text
    assert "23:30—25:30" in text
    assert "没有固定议程" in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "长" * 900, "}} {{"])
def test_texts_print_as_they_are(agency: Project, make: Any, read: Any, hostile: str) -> None:
    cadence = replace(agency.cadence[0], name=hostile, agenda=(hostile,), agenda_minutes=())
    assert read(make(KIND, replace(agency, cadence=(cadence,)))).text.count(hostile) == 2
