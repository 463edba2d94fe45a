"""The evaluation form: what is printed can be added up again by its reader."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.derive.score import evaluate
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
    return "\n".join("".join(node.text or "" for node in one.iter(f"{W}t")) for one in root.iter(f"{W}p"))


def changed(project: Project, index: int = 0, **changes: Any) -> Project:
    evaluations = list(project.evaluations)
    evaluations[index] = replace(evaluations[index], **changes)  # type: ignore[type-var]
    return replace(project, evaluations=tuple(evaluations))  # type: ignore[type-var]


def test_the_printed_lines_add_up_to_the_printed_total(project: Project) -> None:
    for index, one in enumerate(project.evaluations):
        printed = text(project, index)
        result = evaluate(project, one)
        weighted = [
            Decimal(found) for found in re.findall(r"加权得分：[\d.]+ × [\d.]+% = ([\d.]+)。", printed)
        ]
        subtotal = Decimal(re.findall(r"小计：.* = ([\d.]+)。", printed)[0])
        assert sum(weighted) == subtotal == result.subtotal
        assert f"\n{result.total}\n" in printed
        assert result.grade.label in printed
        for score, weight, product in re.findall(r"加权得分：([\d.]+) × ([\d.]+)% = ([\d.]+)。", printed):
            assert abs(Decimal(score) * Decimal(weight) / 100 - Decimal(product)) <= Decimal("0.005")


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
        facts += [kpi.definition for kpi in project.kpis] + [kpi.source for kpi in project.kpis]
        for fact in facts:
            for line in fact.split("\n"):
                assert line.rstrip("。；") in printed


def test_missing_values_are_explained(project: Project) -> None:
    for index, one in enumerate(project.evaluations):
        printed = text(project, index)
        for line in evaluate(project, one).lines:
            if line.missing:
                assert f"“{line.kpi.name}”" in printed
                assert "重新折算为100%" in printed
                assert f"{line.kpi.name}：" in printed


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
    assert "按最低等级评定" in printed


def test_what_is_absent_is_said() -> None:
    bare = changed(
        load("east-china-agency"), adjustments=(), problems=(), requirements=(), application=None, party_b_reply=None,
        received_on=None,
    )  # fmt: skip
    printed = text(bare)
    assert printed.count("无。") == 3
    assert "乙方意见：" in printed


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
    assert "目标值得100分" in printed or "否则0分" in printed
    for one in project.evaluations:
        assert one.id not in printed
