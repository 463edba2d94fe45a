"""Proof-reading: what reads wrong is told at the place where it was written; a sound contract says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Place, Severity, Span
from generator.documents import contract
from generator.documents.articles import Paragraph, paragraphs, write
from generator.documents.clauses import load
from generator.documents.proof import proofread
from generator.load import Loaded
from generator.model.deviation import Deviation
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.model.support import PolicyRule, SalesPolicy
from generator.resources import Library

LINE = Span("clauses/general.yaml", 7, 5, 7, 9)


@pytest.fixture
def project(project_of: Callable[[str], Project]) -> Project:
    return project_of("work")


def findings(project: Project, *lines: str, annexes: tuple[str, ...] = ()) -> list[Diagnostic]:
    rows = [
        Paragraph("general", "article", "附则", "附则", LINE),
        *(Paragraph("general", "clause", line, line, LINE) for line in lines),
        *(Paragraph(f"annex-{at}", "annex", title, title, LINE) for at, title in enumerate(annexes)),
    ]
    return list(proofread(rows, project))


def codes(project: Project, *lines: str, annexes: tuple[str, ...] = ()) -> list[str]:
    return [one.code for one in findings(project, *lines, annexes=annexes)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("保证金为____元。", "T182"),
        ("保证金为【　】元。", "T182"),
        ("担保为〔 〕。", "T182"),
        ("交货地点为XX。", "T182"),
        ("金额待定。", "T182"),
        ("地点TBD。", "T182"),
        ("按照本合同第二条执行。", "T183"),
        ("按照本合同第12条执行。", "T183"),
        ("按照第九百九十九条执行。", "T183"),
        ("价格见附件一。", "T183"),
        ("价格见附件9。", "T183"),
        ("价格见附件《报价清单》。", "T183"),
        ("按照本合同第一条执行。", "T186"),
        ("甲方应当在3日内向甲方付款。", "T184"),
        ("乙方负责向乙方交付。", "T184"),
        ("由甲方和甲方共同验收。", "T184"),
        ("甲方、甲方双方同意。", "T184"),
        ("未经甲方书面同意，甲方不得转让。", "T184"),
        ("乙方应当立即书面通知乙方。", "T184"),
        ("保证金为人民币贰万元整（¥30,000.00）。", "T187"),
        ("保证金为¥20,000.00（大写：人民币叁万元整）。", "T187"),
        ("保证金为2万元（大写：贰拾元）。", "T187"),
        ("上述“样机”由乙方保管。", "T185"),
        ("本合同所称“重大违约”，按照约定处理。", "T185"),
        ("乙方送交的实物（以下简称“样机”）由甲方签收。", "T181"),
        ("“样机”指乙方送交的实物。", "T181"),
    ],
)
def test_what_reads_wrong_is_told(project: Project, line: str, code: str) -> None:
    assert codes(project, line) == [code]


@pytest.mark.parametrize(
    "line",
    [
        "依照《中华人民共和国民法典》第九百三十三条的规定。",
        "依照《中华人民共和国民法典》第五百七十七条、第五百八十四条和第五百八十五条第二款的规定。",
        "按照补充协议第八条和主合同第三十条执行。",
        "本附件第九条所列资料。",
        "甲方应当向甲方指定的账户付款。",
        "甲方应当向甲方的客户说明。",
        "甲方和甲方客户的个人信息。",
        "未经甲方书面同意，乙方不得转让。",
        "甲方应当通知乙方。",
        "甲方通知甲方客户。",
        "型号XXL-2，图纸80×80×4毫米。",
        "乙方应当向甲方交付。",
        "保证金为人民币贰万元整（¥20,000.00）。",
        "保证金为2万元（大写：贰万元整）。",
        "，（大写：贰万元整）",
        "上述“样机”由乙方保管，“样机”指送交的实物。",
        "本合同所称“样机”，是指送交的样机。",
        "“以上”“以下”，包括本数。",
        "双方应当爱护“红旗”标识。",
        "由云帆软件有限公司负责。",
        "",
        "& < > {{ x }} {% if %} \x07 😀",
        "“" * 500 + "第" * 500 + "甲方应当" * 500 + "_" * 2,
    ],
)
def test_what_is_sound_is_left(project: Project, line: str) -> None:
    assert codes(project, line) == []


def test_an_annex_that_is_there_is_named_by_reference(project: Project) -> None:
    assert codes(project, "价格见附件一。", annexes=("价格",)) == ["T186"]
    assert codes(project, "价格见附件二。", annexes=("价格",)) == ["T183"]
    assert codes(project, "见附件《价格》。", annexes=("价格",)) == []


def test_a_name_that_is_nearly_a_partys(project: Project) -> None:
    own = project.parties.party_b.name
    other = own.replace("有限公司", "有限责任公司")
    assert own != other
    assert codes(project, f"由{other}负责。") == ["T188"]
    assert codes(project, f"由{own}负责。") == []


def test_a_term_that_only_its_definition_uses(project: Project) -> None:
    assert codes(project, "“样机”指送交的实物；“货物”指附表所列。", "货物的交付。") == ["T181"]
    assert codes(project, "“样机”“货物”分别指送交的实物和附表所列。", "样机和货物的交付。") == []


@pytest.mark.parametrize("kind", ProjectKind)
def test_the_library_reads_well(starters: dict[str, Loaded], kind: ProjectKind, make: Any) -> None:
    project = starters[kind].project
    assert project is not None
    assert make(contract.KIND, project).diagnostics == ()


def test_the_samples_read_well(any_project: Project, make: Any) -> None:
    assert make(contract.KIND, any_project).diagnostics == ()


def test_numbers_of_references_are_not_typed(project: Project) -> None:
    clauses, _ = load(Library())
    blocks, _ = write(clauses, project.project.kind, contract.scope(project), "zh-CN")
    rows = tuple(paragraphs(blocks))
    shown = [row for row in rows if "第十" in row.text and "第十" not in row.typed]
    assert shown
    assert all(row.place is not None for row in rows)


def test_a_finding_points_at_the_line_of_the_clause_file(project: Project) -> None:
    (finding,) = findings(project, "金额待定。")
    assert finding.location == LINE


def test_a_clause_of_the_workspace_is_read(project: Project, make: Any, tmp_path: Path) -> None:
    source = (Library().read("clauses/general.yaml")).decode()
    line = "    - 本合同自双方"
    assert line in source
    own = tmp_path / "clauses" / "general.yaml"
    own.parent.mkdir()
    own.write_text(
        source.replace(line, "    - 定金____元，甲方应当向甲方支付。\n" + line, 1), encoding="utf-8"
    )
    found = make(contract.KIND, project, tmp_path)
    assert found.body is None
    assert [one.code for one in found.diagnostics] == ["T182", "T184"]
    number = source[: source.index(line)].count("\n") + 1
    assert {one.location.line for one in found.diagnostics if isinstance(one.location, Span)} == {number}


def test_a_text_of_the_project_is_told_at_its_place(agency: Project, make: Any) -> None:
    rule = PolicyRule(id="r1", title="报价", text="乙方负责向乙方报价，价格待定")
    (blank, self) = make(contract.KIND, replace(agency, sales_policy=SalesPolicy(rules=(rule,)))).diagnostics
    assert (blank.code, self.code) == ("T182", "T184")
    assert blank.location == self.location == Place(("sales_policy", "rules", 0, "text"))


def test_what_a_rule_says_is_not_said_again(project: Project, make: Any) -> None:
    text = "保证金为人民币贰万元整（¥30,000.00），____，见附件一，以下简称“样机”"
    one = replace(project, contract=replace(project.contract, other_terms=(text,)))
    assert make(contract.KIND, one).diagnostics == ()
    self = replace(project, contract=replace(project.contract, other_terms=("甲方应当向甲方付款",)))
    (finding,) = make(contract.KIND, self).diagnostics
    assert finding.location == Place(("contract", "other_terms", 0))


def test_a_deviation_is_told_at_its_own_text(project: Project, make: Any) -> None:
    one = Deviation(add="extra", after="general", title="补充", text=("甲方应当向甲方付款。",), reason="谈判")
    (finding,) = make(contract.KIND, replace(project, deviations=(one,))).diagnostics
    assert (finding.code, finding.severity) == ("T184", Severity.ERROR)
    assert finding.location == Place(("deviations", 0, "text", 0))
