"""Lessons are shown to who makes a project of a kind that others have learnt from, and for any project."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.app import app
from generator.cli.lessons import for_new
from generator.model.profile import ProjectKind

CASES = "cases:\n  - {id: k1, title: 货款逾期, outcome: failure, cause: 无额度, lesson: 先定信用额度, tags: [回款]}\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ("--lang", "zh", *words))


def test_a_new_project_is_shown_the_lessons_of_its_kind(here: Path) -> None:
    one = here / "specs" / "one.yaml"
    one.write_text(one.read_text(encoding="utf-8") + CASES, encoding="utf-8")
    made = run("new", "second", "--kind", "sales_agency")
    assert made.exit_code == 0, made.output
    assert "先定信用额度" in made.output
    assert "specs/one.yaml:" in made.output
    assert "先定信用额度" not in run("new", "third", "--kind", "nda").output


def test_a_project_is_shown_the_lessons_of_others(here: Path) -> None:
    text = (here / "specs" / "one.yaml").read_text(encoding="utf-8")
    (here / "specs" / "two.yaml").write_text(
        text.replace("id: east-china-agency", "id: two") + CASES, encoding="utf-8"
    )
    told = run("lessons", "specs/one.yaml")
    assert told.exit_code == 0, told.output
    assert "失败：货款逾期" in told.output
    (here / "specs" / "three.yaml").write_text("project: {id: x}\n", encoding="utf-8")
    assert run("lessons").exit_code == 1


def test_nothing_to_learn(here: Path) -> None:
    assert "没有相近项目的案例" in run("lessons").output
    assert list(for_new(ProjectKind.NDA, (), "en")) == []
