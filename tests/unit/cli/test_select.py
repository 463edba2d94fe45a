"""From paths to the projects they mean."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from generator.cli.select import select


def chosen(*paths: str) -> list[str]:
    return [path.name for path in select(tuple(map(Path, paths)), "en")[1]]


@pytest.fixture
def folder(here: Path) -> Path:
    """A second project, in a folder of its own."""
    meetings = here / "specs" / "two" / "meetings"
    meetings.mkdir(parents=True)
    (meetings / "2026-01.yaml").write_text("id: m\n", encoding="utf-8")
    return here


def test_nothing_means_the_workspace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen() == ["one.yaml", "two"]
    monkeypatch.chdir(folder / "specs" / "two" / "meetings")  # from anywhere inside
    assert chosen() == ["one.yaml", "two"]


@pytest.mark.parametrize("path", [".", "specs", "./specs/../specs"])
def test_the_workspace_means_all_projects(folder: Path, path: str) -> None:
    assert chosen(path) == ["one.yaml", "two"]


def test_its_own_file_means_all_projects(folder: Path) -> None:
    (folder / "jiayi.yaml").write_text("language: zh-CN\n", encoding="utf-8")
    assert chosen("jiayi.yaml") == ["one.yaml", "two"]


@pytest.mark.parametrize("path", ["specs/two", "specs/two/meetings", "specs/two/meetings/2026-01.yaml"])
def test_a_file_inside_a_project_means_its_project(folder: Path, path: str) -> None:
    assert chosen(path) == ["two"]


def test_a_project_named_twice_is_one(folder: Path) -> None:
    assert chosen("specs/two", "specs/one.yaml", "specs/two/meetings") == ["two", "one.yaml"]


def test_a_file_outside_any_workspace_is_a_project_by_itself(here: Path, tmp_path: Path) -> None:
    alone = tmp_path.parent / f"{tmp_path.name}-alone"
    alone.mkdir()
    (alone / "x.yaml").write_bytes((here / "specs" / "one.yaml").read_bytes())
    assert select((alone / "x.yaml",), "en") == (alone, (alone / "x.yaml",))


def test_paths_of_two_workspaces_are_refused(here: Path, tmp_path: Path) -> None:
    other = tmp_path.parent / f"{tmp_path.name}-other"
    (other / "specs").mkdir(parents=True)
    with pytest.raises(click.UsageError, match="different workspaces"):
        select((here, other), "en")


def test_what_does_not_exist_is_refused_in_the_users_language(here: Path) -> None:
    with pytest.raises(click.UsageError, match="没有这个文件或文件夹"):
        select((here / "specs" / "gone.yaml",), "zh")
