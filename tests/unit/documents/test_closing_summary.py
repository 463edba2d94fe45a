"""The closing summary: goals with results, the term in figures, and what is still open."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from generator.derive.closing import open_points
from generator.derive.score import evaluate
from generator.documents.closing_summary import KIND
from generator.documents.closing_summary.document import document
from generator.documents.kind import Job, Provenance
from generator.model.project import Project
from generator.model.support import Closing
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "0123abcd", "fedcba98", "9.9")


def text(project: Project, language: str = "zh-CN") -> str:
    job = Job(project, KIND.items(project)[0], language, Library(), ORIGIN)
    assert document(job).blocks
    rendered = KIND.render(job)
    assert rendered.body is not None, rendered.diagnostics
    pages = pypdf.PdfReader(BytesIO(rendered.body)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_service_desk(project_of: Callable[[str], Project], language: str) -> None:
    project = project_of("service")
    shown = text(project, language)
    assert project.closing is not None
    for said in (*project.closing.experience, *project.closing.mistakes, *project.closing.follow_ups):
        assert said.replace(" ", "") in shown
    for one in project.evaluations:
        assert f"{evaluate(project, one).total:.2f}" in shown
    for point in open_points(project, project.project.as_of):
        assert point.id in shown


@pytest.mark.parametrize("name", ["agency", "technical", "purchase", "nda"])
def test_an_empty_closing(project_of: Callable[[str], Project], name: str) -> None:
    project = project_of(name)
    assert KIND.items(project) == ()
    assert "结项总结" in text(replace(project, closing=Closing()))
