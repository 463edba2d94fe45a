"""The risk report: counts are those of the register, triggers and lateness are worked out by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from generator.derive.improvements import progress
from generator.derive.risk import live, magnitude
from generator.documents.kind import Job, Provenance
from generator.documents.risk_report import KIND
from generator.documents.risk_report.document import document
from generator.model.project import Project
from generator.render.pdf import RiskMatrix, TrendChart
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "0123abcd", "fedcba98", "9.9")


def job(project: Project, language: str = "zh-CN") -> Job:
    return Job(project, KIND.items(project)[0], language, Library(), ORIGIN)


def text(project: Project, language: str = "zh-CN") -> str:
    rendered = KIND.render(job(project, language))
    assert rendered.body is not None, rendered.diagnostics
    pages = pypdf.PdfReader(BytesIO(rendered.body)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_cells_count_the_register(project_of: Callable[[str], Project], name: str, language: str) -> None:
    project = project_of(name)
    (matrix,) = [one for one in document(job(project, language)).blocks if isinstance(one, RiskMatrix)]
    cells = [one.current for one in matrix.risks]
    expected = [(risk.current.likelihood, risk.current.impact) for risk in live(project)]
    assert sorted(cells) == sorted(expected)
    shown = text(project, language)
    for one in project.improvements:
        found = progress(project, one, project.project.as_of)
        assert one.measure.replace(" ", "") in shown
        if found.before and found.before.value is not None and found.kpi:
            assert f"{found.before.value}{found.kpi.unit}" in shown


def test_triggers_movement_and_lateness(agency: Project) -> None:
    shown = text(agency)
    assert "到期回款率90%<95%（2026年第三季度）" in shown
    assert "完成替代芯片验证" in shown
    assert "逾期15天" in shown
    charts = [one for one in document(job(agency)).blocks if isinstance(one, TrendChart)]
    (chart,) = charts
    last = {one.name.split(" ")[0]: one.points[-1].value for one in chart.series}
    assert last == {risk.id: magnitude(risk.current) for risk in agency.risks if risk.reviews}


def test_without_reviews_triggers_and_lateness(agency: Project) -> None:
    quiet = tuple(replace(one, reviews=(), trigger_kpi=None, measures=()) for one in agency.risks)
    shown = text(replace(agency, risks=quiet, improvements=()))
    for line in ("没有登记复核记录", "没有风险的触发指标越过界限", "没有逾期的措施、复核和接受"):
        assert line in shown
