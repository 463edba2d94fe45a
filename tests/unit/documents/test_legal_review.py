"""The legal review sheet: opinions, positions, and whether to sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.legal_review import KIND
from generator.model.deviation import Deviation, Position
from generator.model.project import Project


@pytest.fixture
def project(project_of: Callable[[str], Project]) -> Project:
    return project_of("technical")


def test_every_opinion_is_in_it(project: Project, make: Any, read: Any) -> None:
    text = read(make(KIND, project)).text
    assert project.legal is not None
    for one in project.legal.reviews:
        for line in one.opinion.splitlines():
            assert line in text
        assert one.reviewer in text
    assert "修改后同意（阻断签署）" in text
    assert "可以签署" in text


def test_an_open_objection_or_deviation_keeps_it_from_being_signed(
    project: Project, make: Any, read: Any
) -> None:
    assert project.legal is not None
    first, *others = project.legal.reviews
    legal = replace(project.legal, reviews=(replace(first, resolved_on=None), *others))
    text = read(make(KIND, replace(project, legal=legal))).text
    assert "有1项阻断意见未解决、0处条款偏离未批准，不得签署。" in text
    assert "未解决" in text
    deviating = replace(project, deviations=(Deviation(clause="integrity", omit=True, reason="集团统一"),))
    assert "0项阻断意见未解决、1处条款偏离未批准" in read(make(KIND, deviating)).text


def test_positions_alone_make_a_sheet(project: Project, make: Any, read: Any) -> None:
    position = Position(
        about="价款", target="九折", limit="八五折", fallback="分期 & 质保 <两年>", note="勿外传"
    )
    text = read(make(KIND, replace(project, legal=None, negotiation=(position,)))).text
    for fact in ("九折", "八五折", "分期 & 质保 <两年>（勿外传）"):
        assert fact in text
    assert "审查意见" not in text
    assert KIND.items(replace(project, legal=None)) == ()
