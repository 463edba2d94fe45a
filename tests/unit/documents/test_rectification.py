"""The notice to rectify: problems with their figures, deadline, reply and re-checks; blanks only where somebody is to write."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.kind import Job, Provenance, Rendered
from generator.documents.rectification import KIND
from generator.locale import date_text
from generator.model.project import Project
from generator.resources import Library

PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")
Read = Callable[[Rendered], Any]


def notice(project: Project, index: int) -> Rendered:
    return KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), PROVENANCE))


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
def test_everything_is_printed(project_of: Callable[[str], Project], name: str, read: Read) -> None:
    project = project_of(name)
    for index, one in enumerate(project.rectifications):
        text = read(notice(project, index)).text
        for problem in one.problems:
            assert problem.text in text
            assert problem.requirement in text
        assert one.number in text
        assert one.consequence in text
        assert date_text(one.due) in text
        for check in one.rechecks:
            assert check.note is not None
            assert check.note in text


def test_figures_of_a_kpi_are_those_of_the_evaluation(
    project_of: Callable[[str], Project], read: Read
) -> None:
    text = read(notice(project_of("agency"), 0)).text
    assert "到期回款率：目标95%，实际83.5%，得54.00分" in text


def test_a_clause_is_named_by_its_number(project_of: Callable[[str], Project], read: Read) -> None:
    text = read(notice(project_of("technical"), 0)).text
    assert "第六条" in text
    assert "复查结论：□合格" in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "长" * 900])
def test_texts_print_as_they_are(project_of: Callable[[str], Project], read: Read, hostile: str) -> None:
    project = project_of("agency")
    (one,) = project.rectifications
    problem = replace(one.problems[0], text=hostile, kpi=None, evidence=None, severity=None)
    bare = replace(one, problems=(problem,), evaluation=None, reply=None, rechecks=(), received_on=None)
    text = read(notice(replace(project, rectifications=(bare,)), 0)).text
    assert hostile in text
    assert "检查发现" in text
