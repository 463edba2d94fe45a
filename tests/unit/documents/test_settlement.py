"""The settlement sheet prints each line with its arithmetic and clause; the sum is what is owed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.derive.settlement import statements
from generator.documents.kind import Job, Provenance, Rendered
from generator.documents.settlement import KIND
from generator.locale import amount_in_words, money
from generator.model.project import Project
from generator.resources import Library

PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")
Read = Callable[[Rendered], Any]


def sheet(project: Project, index: int) -> Rendered:
    return KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), PROVENANCE))


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
def test_every_line_and_the_sum_are_printed(
    project_of: Callable[[str], Project], name: str, read: Read
) -> None:
    project = project_of(name)
    for index, one in enumerate(statements(project)):
        text = read(sheet(project, index)).text
        for line in one.lines:
            assert money(abs(line.amount)) in text
            assert line.about in text
        assert money(abs(one.net)) in text
        assert amount_in_words(abs(one.net)) in text


def test_arithmetic_can_be_checked_by_hand(project_of: Callable[[str], Project], read: Read) -> None:
    text = read(sheet(project_of("service"), 5)).text
    for step in (
        "¥112,500.00 × 5% = ¥5,625.00",
        "−¥5,625.00",
        "¥2,000.00，未超过上限¥10,000.00",
        "¥104,875.00",
        "附件",
    ):
        assert step in text
    assert "考核扣减累计¥11,250.00" in text
    text = read(sheet(project_of("technical"), 0)).text
    assert "¥520,000.00 × 0.1% × 21日 = ¥10,920.00，未超过上限¥104,000.00" in text
    text = read(sheet(project_of("agency"), 1)).text
    assert "¥6,900.00 × 20% = ¥1,380.00，未超过上限¥30,000.00" in text
    assert "计算基数¥6,075,000.00" in text


def test_who_owes_when_damages_exceed_the_fee(project_of: Callable[[str], Project], read: Read) -> None:
    project = project_of("technical")
    (first, *rest) = project.claims
    huge = replace(first, base=first.base and first.base * 100, days=200)
    text = read(sheet(replace(project, claims=(huge, *rest)), 0)).text
    assert "乙方应付甲方" in text
    assert "按上限" not in text or "计" in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "“引号” 'x' \"y\""])
def test_facts_print_as_they_are(project_of: Callable[[str], Project], read: Read, hostile: str) -> None:
    project = project_of("technical")
    claims = tuple(replace(one, fact=hostile) for one in project.claims)
    assert hostile in read(sheet(replace(project, claims=claims), 0)).text
