"""The clause library: packaged files are sound, a workspace adds and replaces, mistakes are told where they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics import Span
from generator.documents.articles import write
from generator.documents.clauses import Clause, Entry, load
from generator.documents.contract import scope
from generator.documents.contract_tables import instalments
from generator.files import read_folder
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.resources import Library
from generator.shape.schema import resolved

CLAUSES, FINDINGS = load(Library())


def entries(clause: Clause) -> list[Entry]:
    return [one for texts in clause.text.values() for entry in texts for one in (entry, *entry.items)]


def test_packaged_files_are_sound() -> None:
    assert not FINDINGS
    assert len({clause.id for clause in CLAUSES}) == len(CLAUSES) > 35
    assert len({clause.order for clause in CLAUSES}) == len(CLAUSES)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_references_name_clauses_and_titles_are_chinese(clause: Clause) -> None:
    ids = {one.id for one in CLAUSES}
    for entry in entries(clause):
        assert set(re.findall(r"\[\[([^\]]*)\]\]", entry.text or "")) <= ids
    assert "zh-CN" in clause.title
    assert "zh-CN" in clause.text


def test_the_schema_allows_the_kinds_that_exist() -> None:
    allowed = resolved("clause.json")["properties"]["kinds"]["items"]["enum"]
    assert allowed == [kind.value for kind in ProjectKind]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: bonus\norder: 5\ntitel: {zh-CN: 奖励}\ntext: {zh-CN: [一]}\n", 3, "titel"),
        ("id: other\norder: 5\ntitle: {zh-CN: 奖励}\ntext: {zh-CN: [一]}\n", 1, "bonus"),
        (
            "id: bonus\norder: 5\ntitle: {zh-CN: 奖励}\ntext:\n  zh-CN:\n    - {text: 一, table: kpis}\n",
            6,
            "",
        ),
        ("id: bonus\norder: [\n", 3, ""),
    ],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses/bonus.yaml").write_text(text, encoding="utf-8")
    clauses, findings = load(Library(read_folder(tmp_path)))
    assert len(clauses) == len(CLAUSES)
    place = findings[0].location
    assert isinstance(place, Span)
    assert (place.file, place.line) == ("clauses/bonus.yaml", line)
    assert words in findings[0].message.zh + findings[0].message.en


def test_a_workspace_adds_a_clause_and_replaces_one(tmp_path: Path, agency: Project) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses/bonus.yaml").write_text(
        "id: bonus\norder: 95\ntitle: {zh-CN: 年终奖励}\ntext:\n  zh-CN: ['按照[[commission]]另行奖励。']\n",
        encoding="utf-8",
    )
    (tmp_path / "clauses/integrity.yaml").write_text(
        "id: integrity\norder: 200\ntitle: {zh-CN: 商业道德}\ntext:\n  zh-CN: [双方遵守各自公布的商业道德准则。]\n",
        encoding="utf-8",
    )
    clauses, findings = load(Library(read_folder(tmp_path)))
    blocks, problems = write(clauses, agency.project.kind, scope(agency), "zh-CN")
    assert not (*findings, *problems)
    titles = [re.sub("<[^>]*>", "", str(block.text)) for block in blocks if block.kind == "article"]
    assert titles[9] == "年终奖励"
    assert titles[8] == "佣金与结算"
    assert "商业道德" in titles
    assert "廉洁" not in titles


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{text: 一, when: contract.nothing}", "T141"),
        ("{text: 一, when: contract.term.start()}", "T127"),
        ("'{{ contract.price.gross }}'", "T142"),
        ("'{{ contract.price.gross|cash }}'", "T128"),
        ("{text: '{{ x }}', each: contract.term, as: x}", "T163"),
        ("'[[no-such-clause]]'", "T140"),
    ],
)
def test_a_wrong_tag_is_told_at_the_clause(tmp_path: Path, agency: Project, entry: str, code: str) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses/bonus.yaml").write_text(
        f"id: bonus\norder: 95\ntitle: {{zh-CN: 奖励}}\ntext:\n  zh-CN:\n    - {entry}\n", encoding="utf-8"
    )
    clauses, _ = load(Library(read_folder(tmp_path)))
    _, problems = write(clauses, agency.project.kind, scope(agency), "zh-CN")
    assert [one.code for one in problems] == [code]
    place = problems[0].location
    assert isinstance(place, Span)
    assert (place.file, place.line) == ("clauses/bonus.yaml", 6)


def test_a_clause_without_the_language_is_told(agency: Project) -> None:
    _, problems = write(CLAUSES, agency.project.kind, scope(agency), "en")
    assert {one.code for one in problems} == {"T162"}


def test_instalments_know_what_their_event_refers_to(agency: Project) -> None:
    assert sum(row.amount for row in instalments(agency)) == agency.contract.price.gross
