"""Proof-reading: what reads wrong is told with its clause; a sound contract says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.diagnostics import Place
from generator.documents import contract
from generator.documents.clauses import Clause, load
from generator.documents.proof import proofread
from generator.load import Loaded
from generator.model.deviation import Deviation
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.resources import Library

CLAUSES, _ = load(Library())


def codes(*lines: str, name: str = "general", annexes: int = 0) -> list[str]:
    text = {name: lines, **({"annex-price": ("价格",)} if annexes else {})}
    return [one.code for one in proofread(text, CLAUSES, annexes)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("保证金为____元。", "T182"),
        ("保证金为【　】元。", "T182"),
        ("交货地点为XX。", "T182"),
        ("金额待定。", "T182"),
        ("按照本合同第二条执行。", "T183"),
        ("价格见附件一。", "T183"),
        ("甲方应当在3日内向甲方付款。", "T184"),
        ("乙方负责向乙方交付。", "T184"),
    ],
)
def test_what_reads_wrong_is_told(line: str, code: str) -> None:
    assert codes("附则", line) == [code]


@pytest.mark.parametrize(
    "line",
    [
        "按照本合同第一条执行。",
        "依照《中华人民共和国民法典》第九百三十三条的规定。",
        "甲方应当向甲方指定的账户付款。",
        "型号XXL-2，图纸80×80×4毫米。",
        "乙方应当向甲方交付。",
    ],
)
def test_what_is_sound_is_left(line: str) -> None:
    assert codes("附则", line) == []


def test_an_annex_that_is_there_may_be_named() -> None:
    assert codes("附则", "价格见附件一。", annexes=1) == []
    assert codes("附则", "价格见附件二。", annexes=1) == ["T183"]


def test_a_term_that_only_its_definition_uses() -> None:
    assert codes("定义", "“样机”指乙方送交的实物；“货物”指附表所列", "货物的交付", name="definitions") == [
        "T181"
    ]


@pytest.mark.parametrize("kind", ProjectKind)
def test_the_library_reads_well(starters: dict[str, Loaded], kind: ProjectKind, make: Any) -> None:
    project = starters[kind].project
    assert project is not None
    assert make(contract.KIND, project).diagnostics == ()


def test_a_finding_points_at_the_clause_or_the_deviation(
    project_of: Callable[[str], Project], make: Any
) -> None:
    one = Deviation(add="extra", after="general", title="补充", text=("甲方应当向甲方付款。",), reason="谈判")
    (finding,) = make(contract.KIND, replace(project_of("work"), deviations=(one,))).diagnostics
    assert finding.location == Place(("deviations", 0, "title"))
    clause: Clause = next(one for one in CLAUSES if one.id == "general")
    (finding,) = proofread({"general": ("附则", "金额待定。")}, CLAUSES, 0)
    assert finding.location == clause.place
