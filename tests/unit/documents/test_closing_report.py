"""The closing report: results, figures that add up, and what is still open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.derive.closing import open_points
from generator.derive.score import evaluate
from generator.documents.closing_report import KIND
from generator.locale import money, number
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.support import Closing


def test_figures_by_hand(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("service")
    text = read(make(KIND, project)).text
    paid = sum(one.amount for one in project.payments)
    assert money(paid) in text
    assert f"会议{len(project.meetings)}次" in text
    assert f"行动项{sum(len(one.actions) for one in project.meetings)}项" in text
    for one in project.evaluations:
        assert number(evaluate(project, one).total) in text
    for point in open_points(project, project.project.as_of):
        assert point.id in text
    assert "结项报告（准备稿）" in text
    assert project.closing is not None
    for said in (*project.closing.experience, *project.closing.mistakes, *project.closing.archive):
        assert said in text


def test_a_project_that_states_no_closing_has_no_report(agency: Project) -> None:
    assert KIND.items(agency) == ()


@pytest.mark.parametrize("name", ["agency", "technical", "purchase", "framework", "nda"])
def test_an_empty_closing(project_of: Callable[[str], Project], make: Any, read: Any, name: str) -> None:
    project = project_of(name)
    closed = replace(project.project, state=ProjectState.CLOSED)
    text = read(make(KIND, replace(project, project=closed, closing=Closing()))).text
    assert "（准备稿）" not in text
    assert "尚未填写目标完成情况" in text
    assert text.count("没有记录。") == 3
