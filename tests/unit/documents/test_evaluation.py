"""The evaluation form: what is printed can be added up again by its reader."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.derive.score import evaluate
from generator.diagnostics import Place
from generator.documents import evaluation, evaluation_blank
from generator.documents.kind import DocumentKind, Job, Provenance
from generator.load import load_project, open_workspace
from generator.model.project import Project
from generator.resources import Library

ROOT = Path(__file__).parents[3]
ORIGIN = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "hash", "commit", "0")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = ("east-china-agency", "service-desk-outsourcing.yaml", "warehouse-system")


def load(name: str) -> Project:
    loaded = load_project(open_workspace(ROOT), ROOT / "specs" / name)
    assert loaded.project is not None
    return loaded.project


@pytest.fixture(scope="module", params=SAMPLES)
def project(request: pytest.FixtureRequest) -> Project:
    return load(request.param)


def text(project: Project, index: int = 0, kind: DocumentKind = evaluation.KIND) -> str:
    rendered = kind.render(Job(project, kind.items(project)[index], "zh-CN", Library(), ORIGIN))
    assert rendered.body is not None, rendered.diagnostics
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(rendered.body)).read("word/document.xml"))
    return "\n".join(
        "".join(
            "\n" if node.tag == f"{W}br" else node.text or ""
            for node in one.iter()
            if node.tag in (f"{W}t", f"{W}br")
        )
        for one in root.iter(f"{W}p")
    )


def changed(project: Project, index: int = 0, **changes: Any) -> Project:
    evaluations = list(project.evaluations)
    evaluations[index] = replace(evaluations[index], **changes)  # type: ignore[type-var]
    return replace(project, evaluations=tuple(evaluations))  # type: ignore[type-var]


def test_the_printed_lines_add_up_to_the_printed_total(project: Project) -> None:
    for index, one in enumerate(project.evaluations):
        printed = text(project, index)
        steps = re.findall(r"\n([\d.]+) × ([\d.]+)% = ([\d.]+)\n", printed)
        terms, subtotal = re.findall(r"小计：(.*) = ([\d.]+)。", printed)[0]
        assert [step[2] for step in steps] == terms.split(" + ")
        assert sum(Decimal(term) for term in terms.split(" + ")) == Decimal(subtotal)
        assert sum(Decimal(step[1]) for step in steps) == 100
        for score, weight, product in steps:
            assert rounded(Decimal(score) * Decimal(weight) / 100) == Decimal(product)
        total = min(max(Decimal(subtotal) + sum(a.points for a in one.adjustments), Decimal(0)), Decimal(100))
        result = evaluate(project, one)
        assert rounded(total) == result.total
        assert f"\n{result.total}\n" in printed
        assert f"评为“{result.grade.label}”。" in printed


def test_the_printed_scores_follow_from_the_printed_values(project: Project) -> None:
    pattern = r"\(([\d.]+) − ([\d.]+)\) ÷ \(([\d.]+) − ([\d.]+)\) × 100 = (−?[\d.]+)(?: → (\d+))?"
    for index in range(len(project.evaluations)):
        found = re.findall(pattern, text(project, index))
        assert found
        for a, b, c, d, exact, clamped in found:
            score = (Decimal(a) - Decimal(b)) / (Decimal(c) - Decimal(d)) * 100
            assert rounded(score) == Decimal(exact.replace("−", "-"))
            assert not clamped or Decimal(clamped) == min(max(score, Decimal(0)), Decimal(100))


def rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_everything_written_is_printed(project: Project) -> None:
    for index, one in enumerate(project.evaluations):
        printed = text(project, index)
        facts = [
            *one.problems,
            one.application or "",
            one.party_b_reply or "",
            *(a.reason for a in one.adjustments),
        ]
        facts += [requirement.text for requirement in one.requirements]
        facts += [fact for kpi in project.kpis for fact in (kpi.definition, kpi.source, kpi.note or "")]
        facts += [
            fact
            for line in evaluate(project, one).lines
            for measured in line.measurements
            for fact in (measured.evidence or "", measured.note or "")
        ]
        for fact in facts:
            for line in fact.split("\n"):
                assert line.rstrip("。；") in printed


def test_missing_values_are_explained(project: Project) -> None:
    for index, one in enumerate(project.evaluations):
        printed = text(project, index)
        for line in evaluate(project, one).lines:
            if line.missing:
                assert f"“{line.kpi.name}”" in printed
                assert re.search(r"其余指标的约定权重合计[\d.]+%", printed)
            elif evaluate(project, one).reweighted:
                assert re.search(rf"权重：{line.kpi.weight}% ÷ [\d.]+% = {line.weight}%", printed)


def test_the_previous_period_is_compared() -> None:
    project = load("east-china-agency")
    assert "首期评价" in text(project, 0)
    assert re.search(r"上期（2026年第一季度）91\.65分，优秀；本期比上期下降41\.48分", text(project, 1))


def test_a_veto_is_ticked_and_brings_the_lowest_grade() -> None:
    project = load("east-china-agency")
    veto = project.assessment.vetoes[0]
    from generator.model.performance import VetoFact  # noqa: PLC0415

    printed = text(changed(project, vetoes=(VetoFact(veto=veto.id, fact="审计报告第3号"),)))
    assert printed.count("☑") == 1
    assert printed.count("☐") == len(project.assessment.vetoes) - 1
    assert "审计报告第3号" in printed
    assert "出现一票否决项，按最低等级评为“不合格”" in printed


def test_what_is_absent_is_said() -> None:
    bare = changed(
        load("east-china-agency"), adjustments=(), problems=(), requirements=(), application=None, party_b_reply=None,
        received_on=None,
    )  # fmt: skip
    printed = text(bare)
    assert printed.count("无。") == 3
    assert "乙方意见：" in printed


def test_signatures_and_reply_stand_in_one_table(project: Project) -> None:
    for kind in (evaluation.KIND, evaluation_blank.KIND):
        rendered = kind.render(Job(project, kind.items(project)[0], "zh-CN", Library(), ORIGIN))
        assert rendered.body is not None
        root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(rendered.body)).read("word/document.xml"))
        tables = ["".join(one.itertext()) for one in root.iter(f"{W}tbl")]
        assert sum("乙方意见" in one and "审批人（签字）" in one and "乙方签收" in one for one in tables) == 1


def test_a_missing_party_is_reported_with_its_place() -> None:
    project = load("east-china-agency")
    bare = replace(project, parties=replace(project.parties, party_a=None))  # type: ignore[type-var]
    for kind in (evaluation.KIND, evaluation_blank.KIND):
        rendered = kind.render(Job(bare, kind.items(bare)[0], "zh-CN", Library(), ORIGIN))
        assert rendered.body is None
        places = [one.location for one in rendered.diagnostics]
        assert all(isinstance(one, Place) and one.route[:2] == ("parties", "party_a") for one in places)


def test_the_same_project_gives_the_same_bytes(project: Project) -> None:
    for kind in (evaluation.KIND, evaluation_blank.KIND):
        job = Job(project, kind.items(project)[0], "zh-CN", Library(), ORIGIN)
        assert kind.render(job) == kind.render(job)


def test_hostile_values_print_as_typed() -> None:
    hostile = "R&D <b> {{ x }} {% if y %} ]]> 𠮷 😀"
    project = changed(load("east-china-agency"), problems=(hostile,), application=hostile)
    assert text(project).count(hostile) == 2


def test_the_blank_form_holds_the_rules_and_no_result(project: Project) -> None:
    printed = text(project, 0, evaluation_blank.KIND)
    for kpi in project.kpis:
        assert kpi.name in printed
        assert kpi.definition in printed
    for grade in project.assessment.grades:
        assert grade.consequence in printed
    assert "得0分，其间按比例" in printed
    assert "加权得分" in printed
    assert "与上期对比" in printed
    for one in project.evaluations:
        assert one.id not in printed
