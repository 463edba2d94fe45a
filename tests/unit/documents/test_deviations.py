"""The deviation report has every deviation with reason, approval and both texts; nothing of it is in the contract."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.documents import contract, deviations, packaged_kinds
from generator.documents.articles import Block, spoken
from generator.documents.choices import NO_ALTERNATIVE, NO_EFFECT
from generator.documents.kind import DocumentKind, Job, Provenance, Rendered
from generator.model.deviation import Deviation
from generator.model.project import Project
from generator.model.waiver import Waiver
from generator.render.docx.rich import Rich
from generator.resources import Library

PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")
SECRET = "谈判底线：最多让到百分之三"


def made(project: Project, kind: DocumentKind) -> Rendered:
    return kind.render(Job(project, kind.items(project)[0], "zh-CN", Library(), PROVENANCE))


def parts(rendered: Rendered) -> dict[str, str]:
    assert rendered.body, rendered.diagnostics
    with zipfile.ZipFile(io.BytesIO(rendered.body)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


@pytest.fixture
def project(project_of: Callable[[str], Project]) -> Project:
    return project_of("service")


def deviating(project: Project, *those: Deviation) -> Project:
    return replace(project, deviations=those)


def test_a_project_without_deviations_has_no_report(project: Project) -> None:
    assert deviations.KIND.items(replace(project, deviations=())) == ()


def test_every_deviation_is_in_the_report(project: Project) -> None:
    body = parts(made(project, deviations.KIND))["word/document.xml"]
    for one in project.deviations:
        assert one.reason in body
    for text in (
        "保密（confidentiality）",
        "换用备选文本 affiliates",
        "可以接受",
        "法务负责人",
        "不招揽（no-solicitation）",
        "增加",
        "非标准",
        "（无此条）",
    ):
        assert text in body
    assert "许嘉言" in body
    assert "共2处" in body


def test_the_contract_has_the_texts_and_none_of_the_internal_facts(project: Project) -> None:
    secret = deviating(
        project,
        Deviation(
            clause="confidentiality",
            use="affiliates",
            reason=SECRET,
            approved_by="xu",
            approved_on=datetime.date(2025, 12, 1),
        ),
        Deviation(clause="integrity", omit=True, reason=SECRET),
        Deviation(
            add="own",
            after="general",
            title="新增一条",
            text=("乙方{{ parties.party_b.name }}见[[general]]",),
            reason=SECRET,
        ),
    )
    found = parts(made(secret, contract.KIND))
    assert not [
        name for name, text in found.items() if SECRET in text or "affiliates" in text or "法务负责人" in text
    ]
    body = found["word/document.xml"]
    assert "关联公司、审计和法律顾问" in body
    assert "受对方委托办理相关事务的单位或者个人" not in body
    assert f"乙方{project.parties.party_b.name}见" in body
    assert "新增一条" in body
    report = parts(made(secret, deviations.KIND))["word/document.xml"]
    assert report.count(SECRET) == 3
    assert "未批准" in report
    assert "不用" in report


def test_no_other_document_has_an_internal_fact(project: Project) -> None:
    secret = deviating(project, Deviation(clause="integrity", omit=True, reason=SECRET))
    for kind in packaged_kinds():
        if kind.internal or kind.suffix != ".docx":
            continue
        for item in kind.items(secret):
            rendered = kind.render(Job(secret, item, "zh-CN", Library(), PROVENANCE))
            assert not [name for name, text in parts(rendered).items() if SECRET in text]


def test_a_paragraph_that_this_project_cannot_fill_is_said_to_be_so() -> None:
    unfilled = "（本项目没有填写该款所需的内容）"
    lines = ("标题", "甲", "", "· ；", "〔……〕")
    assert deviations._filled(lines, "zh-CN") == ("甲", unfilled, unfilled, "〔……〕")


def test_a_clause_is_quoted_as_it_is_read() -> None:
    blocks = [
        Block("article", Rich.bookmark("_Ref_annex_price", 1, "价格 & 清单")),
        Block("text", "见" + Rich.ref("_Ref_x", "第五条") + "。"),
        Block("item", "一"),
        Block("table", table="price_lines"),
        Block("text", ""),
        Block("signature"),
    ]
    assert spoken(blocks) == {"annex-price": ("价格 & 清单", "见第五条。", "· 一", "〔……〕", "")}


def test_findings_stand_at_the_deviation(project: Project) -> None:
    wrong = deviating(project, Deviation(clause="general", use="nothing", reason="r"))
    result = made(wrong, contract.KIND)
    assert result.body is None
    assert [one.code for one in result.diagnostics] == [NO_ALTERNATIVE.id]
    assert made(wrong, deviations.KIND).body is None
    idle = made(deviating(project, Deviation(clause="territory", omit=True, reason="r")), deviations.KIND)
    assert [one.code for one in idle.diagnostics] == [NO_EFFECT.id]
    hole = made(
        deviating(project, Deviation(clause="general", text=("{{ contract.nothing }}",), reason="r")),
        contract.KIND,
    )
    assert hole.body is None
    assert "deviations" in hole.diagnostics[0].message.zh


def test_waived_warnings_are_in_the_report(project: Project) -> None:
    day = datetime.date(2026, 2, 10)
    waivers = (
        Waiver(code="L115", at="contract.other_terms", reason=SECRET, approved_by="xu", approved_on=day),
        Waiver(code="P102", reason="下月会议处理", approved_by="xu", approved_on=day),
    )
    changed = replace(project, deviations=(), waivers=waivers)
    body = parts(made(changed, deviations.KIND))["word/document.xml"]
    for text in ("L115", "contract.other_terms", SECRET, "P102", "整个项目", "许嘉言", "已豁免的警告"):
        assert text in body
    assert "下列条款" not in body
    assert "已豁免" not in parts(made(project, deviations.KIND))["word/document.xml"]
