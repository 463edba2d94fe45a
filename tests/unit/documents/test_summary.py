"""The summary: figures equal those derived, whatever a project has or lacks."""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.derive.actions import open_actions
from generator.derive.risk import counts
from generator.derive.score import evaluate
from generator.documents.kind import Job, Provenance
from generator.documents.summary import KIND
from generator.load import load_project, open_workspace
from generator.locale import amount_in_words, money
from generator.model.project import Project
from generator.resources import Library

ROOT = Path(__file__).parents[3]
ORIGIN = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "a" * 64, "b" * 40, "0.1")
SAMPLES = ("east-china-agency", "service-desk-outsourcing.yaml", "warehouse-system")


@pytest.fixture(scope="module", params=SAMPLES)
def project(request: pytest.FixtureRequest) -> Project:
    loaded = load_project(open_workspace(ROOT), ROOT / "specs" / request.param)
    assert loaded.project is not None
    return loaded.project


def reader(project: Project) -> PdfReader:
    rendered = KIND.render(Job(project, KIND.items(project)[0], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None, rendered.diagnostics
    return PdfReader(io.BytesIO(rendered.body))


def text(project: Project) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in reader(project).pages))


def with_(one: Any, /, **changes: Any) -> Any:
    return replace(one, **changes)


def test_figures_are_those_derived(project: Project) -> None:
    printed = text(project)
    price = project.contract.price
    paid = sum((one.amount for one in project.payments), Decimal(0))
    assert money(price.gross, price.currency) in printed
    assert money(paid, price.currency) in printed
    latest = max(project.evaluations, key=lambda one: (one.period.year, one.period.number))
    assert str(evaluate(project, latest).total) in printed
    assert f"未关闭共{sum(counts(project).values())}项" in printed
    assert f"{len(open_actions(project, project.project.as_of))}项" in printed


def test_it_has_one_to_six_pages_with_outline_and_numbers(project: Project) -> None:
    pdf = reader(project)
    assert 1 <= len(pdf.pages) <= 6
    assert len(pdf.outline) >= 6
    assert f"第 1 页　共 {len(pdf.pages)} 页" in pdf.pages[0].extract_text()
    assert pdf.metadata is not None
    assert pdf.metadata["/SpecHash"] == "a" * 64
    assert pdf.metadata["/GitCommit"] == "b" * 40


def test_every_font_is_embedded(project: Project) -> None:
    for page in reader(project).pages:
        for font in page["/Resources"]["/Font"].values():
            one = font.get_object()
            inner = one["/DescendantFonts"][0].get_object() if "/DescendantFonts" in one else one
            assert "/FontFile2" in inner["/FontDescriptor"]


def test_a_project_that_has_only_begun(project: Project) -> None:
    bare = with_(
        project, evaluations=(), measurements=(), meetings=(), payments=(), reports=(), improvements=(), feedback=None,
        resources=None,
    )  # fmt: skip
    printed = text(bare)
    assert "尚未评价" in printed
    assert "尚未召开会议" in printed


def test_risks_that_are_closed_leave_a_sentence(project: Project) -> None:
    from generator.model.risk import RiskStatus  # noqa: PLC0415

    closed = with_(project, risks=tuple(with_(risk, status=RiskStatus.CLOSED) for risk in project.risks))
    assert "登记册中没有未关闭的风险" in text(closed)


def test_hostile_values_print_as_typed(project: Project) -> None:
    hostile = "R&D<b>{{x}}{%if%}]]>"
    changed = with_(project, project=with_(project.project, name=hostile))
    assert hostile in text(changed)


def test_a_character_without_a_glyph_is_a_finding_not_a_box(project: Project) -> None:
    changed = with_(project, project=with_(project.project, name="项目\U0001f600"))
    rendered = KIND.render(Job(changed, KIND.items(changed)[0], "zh-CN", Library(), ORIGIN))
    assert rendered.body is None
    assert {finding.code for finding in rendered.diagnostics} == {"T301"}


def test_the_price_is_written_in_words(project: Project) -> None:
    price = project.contract.price
    assert f"大写{amount_in_words(price.gross, price.currency)}" in text(project)


def test_the_longest_texts_that_the_schema_admits_are_printed(project: Project) -> None:
    long = "长" * 1000
    kpis = tuple(with_(kpi, name=long, unit=long) for kpi in project.kpis)
    grades = tuple(with_(grade, label=long) for grade in project.assessment.grades)
    changed = with_(project, kpis=kpis, assessment=with_(project.assessment, grades=grades))
    assert reader(changed).pages


def test_very_long_names_and_units_end_in_pages_or_a_finding(project: Project) -> None:
    long = "很长的名称" * 60
    kpis = tuple(with_(kpi, name=long, unit=long) for kpi in project.kpis)
    changed = with_(project, project=with_(project.project, name=long), kpis=kpis)
    rendered = KIND.render(Job(changed, KIND.items(changed)[0], "zh-CN", Library(), ORIGIN))
    assert (rendered.body is None) == bool(rendered.diagnostics)
