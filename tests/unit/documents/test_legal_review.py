"""The legal review sheet: opinions, positions, and whether to sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.legal_review import KIND
from generator.model.deviation import Deviation, Position
from generator.model.project import Project
from generator.model.support import ReviewVerdict


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
    text = read(make(KIND, deviating)).text
    assert "0项阻断意见未解决、1处条款偏离未批准" in text
    for fact in ("1处", "廉洁", "不用", "集团统一", "未批准"):
        assert fact in text, fact


def test_a_rejection_stops_even_where_it_does_not_say_so(project: Project, make: Any, read: Any) -> None:
    assert project.legal is not None
    refused = replace(
        project.legal.reviews[0], verdict=ReviewVerdict.REJECT, blocking=None, answer=None, resolved_on=None
    )
    legal = replace(project.legal, reviews=(refused,))
    text = read(make(KIND, replace(project, legal=legal))).text
    assert "不同意\n" in text
    assert "有1项阻断意见未解决、0处条款偏离未批准，不得签署。" in text


def test_deviations_have_their_number_and_approval(
    project_of: Callable[[str], Project], make: Any, read: Any
) -> None:
    project = project_of("service")
    text = read(make(KIND, project)).text
    for one in project.deviations:
        assert one.reason in text
    for fact in ("不招揽", "换用备选文本 affiliates", "许嘉言\n2025-12-08", "2处"):
        assert fact in text, fact


def test_disputes_are_in_it(project: Project, make: Any, read: Any) -> None:
    assert project.legal is not None
    text = read(make(KIND, project)).text
    (one,) = project.legal.disputes
    for fact in (one.subject, "协商", one.status, *one.evidence):
        assert fact in text, fact
    bare = replace(project.legal, reviews=(), disputes=(replace(one, evidence=()),))
    text = read(make(KIND, replace(project, legal=bare))).text
    assert "尚未经法律审查" in text
    none = replace(project.legal, disputes=())
    assert one.subject not in read(make(KIND, replace(project, legal=none))).text


def test_positions_alone_make_a_sheet(project: Project, make: Any, read: Any) -> None:
    position = Position(
        about="价款", target="九折", limit="八五折", fallback="分期 & 质保 <两年>", note="勿外传"
    )
    text = read(make(KIND, replace(project, legal=None, negotiation=(position,)))).text
    for fact in ("九折", "八五折", "分期 & 质保 <两年>（勿外传）"):
        assert fact in text
    assert "审查意见" not in text
    assert "尚未经法律审查，不能得出可以签署的结论。" in text
    assert KIND.items(replace(project, legal=None)) == ()
