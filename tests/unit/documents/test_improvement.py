"""The record of improvements prints the figures before and after, and where each stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.improvement import KIND
from generator.model.project import Project


def test_figures_and_states(agency: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, agency)).text
    for fact in (
        "3.4%\n2026年第二季度",
        "1.5%\n2026年第三季度",
        "已验证，2026年9月30日",
        "逾期",
        "原因：单人值班",
        "来源：ev-2026-q2",
        "（流程）",
    ):
        assert fact in text, fact


def test_a_kpi_that_did_not_move(project_of: Callable[[str], Project], make: Any, read: Any) -> None:
    project = project_of("technical")
    first, *rest = project.improvements
    worse = replace(project, improvements=(replace(first, kpi="first-pass"), *rest))
    assert "指标没有改善" in read(make(KIND, worse)).text


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
def test_everything_is_printed(project_of: Callable[[str], Project], make: Any, read: Any, name: str) -> None:
    project = project_of(name)
    text = read(make(KIND, project)).text
    for one in project.improvements:
        assert one.finding in text
        assert one.measure in text
