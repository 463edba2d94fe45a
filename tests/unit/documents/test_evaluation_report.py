"""The report on an evaluation: its scores beside those before, trends that end with its period, what follows."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from generator.derive.score import evaluate
from generator.documents.evaluation_report import KIND
from generator.documents.evaluation_report.document import document
from generator.documents.kind import Job, Provenance
from generator.model.project import Project
from generator.render.pdf import TrendChart
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "0123abcd", "fedcba98", "9.9")


def job(project: Project, at: int, language: str = "zh-CN") -> Job:
    return Job(project, KIND.items(project)[at], language, Library(), ORIGIN)


def text(project: Project, at: int, language: str = "zh-CN") -> str:
    rendered = KIND.render(job(project, at, language))
    assert rendered.body is not None, rendered.diagnostics
    pages = pypdf.PdfReader(BytesIO(rendered.body)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_scores_problems_and_requirements_are_printed(
    project_of: Callable[[str], Project], name: str, language: str
) -> None:
    project = project_of(name)
    for at, one in enumerate(project.evaluations):
        shown = text(project, at, language)
        assert f"{evaluate(project, one).total:.2f}" in shown
        for said in (*one.problems, *(wanted.text for wanted in one.requirements)):
            assert said.replace(" ", "") in shown


def test_differences_by_hand(agency: Project) -> None:
    shown = text(agency, 1)
    assert "销售额达成率96%81%92.0062.00-30.00" in shown
    assert "50.17" in shown
    assert "91.65" in shown


def test_trends_end_with_the_period(agency: Project) -> None:
    charts = [one for one in document(job(agency, 1)).blocks if isinstance(one, TrendChart)]
    assert [list(one.periods) for one in charts] == [["26-Q1", "26-Q2"]]


def test_the_first_evaluation_is_compared_with_nothing(agency: Project) -> None:
    bare = replace(
        agency,
        evaluations=(replace(agency.evaluations[0], problems=(), requirements=(), party_b_reply=None),),
    )
    shown = text(bare, 0)
    assert "没有记录问题" in shown
    assert "乙方尚未提出意见" in shown
    assert "上期得分" not in shown
