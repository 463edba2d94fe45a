"""The form that Party B fills in: one for each period missing or due next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.report_form import KIND
from generator.model.common import Frequency
from generator.model.profile import ProjectState
from generator.model.project import Project


def blank(project: Project) -> Project:
    """Return the project without what was submitted: blank forms alone."""
    reports = (
        replace(one, received=tuple(replace(each, submitted=None) for each in one.received))
        for one in project.reports
    )
    return replace(project, reports=tuple(reports))


def test_what_was_submitted_is_printed(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    given = agency.reports[0].received[-1].submitted
    assert given is not None
    for fact in (*given.progress, *given.figures, *given.problems, *given.solutions, *given.next_plan):
        assert fact in text, fact
    for fact in (
        *given.help_needed,
        *given.risk_changes,
        *given.attachments,
        "江晚晴",
        "2026年10月8日",
        "接受",
    ):
        assert fact in text, fact
    assert "□" not in text


def test_one_for_what_is_missing_and_what_is_due_next(project_of: Callable[[str], Project]) -> None:
    agency = project_of("agency")
    assert [item.key for item in KIND.items(agency)] == [
        "monthly-report_2026-09",
        "blank_monthly-report_2026-08",
        "blank_monthly-report_2026-10",
        "blank_market-report_2026-Q4",
    ]
    closed = replace(agency, project=replace(agency.project, state=ProjectState.CLOSED))
    assert [item.key for item in KIND.items(closed)] == ["monthly-report_2026-09"]
    assert KIND.items(replace(agency, reports=())) == ()


def test_it_holds_what_a_report_has_to(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, blank(agency))).text
    for fact in (
        *("月度销售报告", "2026年8月", "2026年9月7日", "周以宁", "云岫联商（上海）工业自动化有限公司"),
        *(
            "当月销售、开票和回款",
            "竞品、价格和客户投诉",
            "报告人",
            "提交日期",
            "本期完成",
            "关键数据",
            "存在问题",
            "解决方案",
        ),
        *(
            "下期计划",
            "需甲方协助的事项",
            "风险变化",
            "附件和证据",
            "甲方签收人（签字）",
            "□ 接受　□ 退回补充",
        ),
    ):
        assert fact in text, fact


def test_milestones_not_reached_are_named(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    text = read(make(KIND, blank(project_of("technical")))).text
    assert "试运行上线" in text
    assert "2026-11-20" in text
    assert "终验" not in text


def test_a_period_that_nobody_knows_is_left_to_party_b(agency: Project, make: Any, read: Any) -> None:
    weekly = replace(
        agency.reports[0],
        frequency=Frequency.WEEKLY,
        due=None,
        due_rule="每周五17时前",
        received=(),
        content=(),
    )
    project = replace(agency, reports=(weekly,))
    assert [item.key for item in KIND.items(project)] == ["blank_monthly-report"]
    text = read(make(KIND, project)).text
    assert "按约定：每周五17时前" in text
    assert "年　　月　　日至" in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "长" * 900])
def test_texts_print_as_they_are(agency: Project, make: Any, read: Any, hostile: str) -> None:
    report = replace(agency.reports[0], name=hostile, content=(hostile,))
    text = read(make(KIND, replace(agency, reports=(report,)))).text
    assert text.count(hostile) >= 2
