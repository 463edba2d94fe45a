"""``jiayi new``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.app import app
from generator.diagnostics import GeneratorError
from generator.model.profile import ProjectKind

KINDS = [kind.value for kind in ProjectKind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_workspace_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(app, ["--lang", "zh", "new", "demo", "--kind", kind, "--name", "示例 & <项目>"])
    assert made.exit_code == 0, made.output
    assert {path.name for path in (tmp_path / "demo").iterdir()} == {"jiayi.yaml", "specs", ".gitignore"}
    text = (tmp_path / "demo" / "specs" / "demo.yaml").read_text(encoding="utf-8")
    assert "file://" in text.split("\n")[0]
    assert not {"{schema}", "{id}", "{name}"} & set(text.split())
    checked = CliRunner().invoke(app, ["--lang", "en", "check", "demo"])
    assert checked.exit_code == 0, checked.output
    assert "no problems found" in checked.output


def test_a_second_project_joins_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(app, ["new", "demo"])
    monkeypatch.chdir(tmp_path / "demo")
    result = CliRunner().invoke(app, ["new", "上海 Project_2"])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in Path("specs").iterdir()) == ["demo.yaml", "project-2.yaml"]


def test_a_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "x.yaml").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["new", "x"])
    assert isinstance(result.exception, GeneratorError)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    "name", ['{schema} {id} "引号" \\', os.fsdecode(b"\xff"), "a\x7f\x9b\u2028b", "- x: # &", "\n"]
)
def test_any_name_gives_a_sound_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["new", "demo", "--name", name]).exit_code == 0
    checked = CliRunner().invoke(app, ["--lang", "en", "check", "demo"])
    assert checked.exit_code == 0, checked.output
    if name.startswith("{"):
        assert "{schema} {id} _引号_ _" in Path("demo/specs/demo.yaml").read_text(encoding="utf-8")


def test_here_is_a_place_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["new", "."]).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"jiayi.yaml", "specs", ".gitignore"}
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


def test_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(app, ["new", "demo"])
    monkeypatch.chdir(tmp_path / "demo")
    before = Path("specs/demo.yaml").read_bytes()
    assert CliRunner().invoke(app, ["new", "demo"]).exit_code == 2
    assert Path("specs/demo.yaml").read_bytes() == before
