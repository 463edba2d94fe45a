"""Where a workspace is, and what it sets."""

from __future__ import annotations

from pathlib import Path

from generator.load import find_root, open_workspace, projects


def test_the_root_is_the_nearest_folder_that_looks_like_one(root: Path) -> None:
    assert find_root(root / "specs" / "one.yaml") == root
    assert find_root(root) == root


def test_projects_are_files_and_folders_but_nothing_hidden(root: Path) -> None:
    for name in (".hidden.yaml", "_draft.yaml", "~$one.yaml", "note.txt"):
        (root / "specs" / name).write_text("x", encoding="utf-8")
    (root / "specs" / "folder").mkdir()
    assert [path.name for path in projects(root)] == ["folder", "one.yaml"]
    assert projects(root / "specs" / "folder") == ()


def test_without_a_file_everything_has_its_default(root: Path) -> None:
    workspace = open_workspace(root)
    assert workspace.settings is None
    assert workspace.diagnostics == ()
    assert workspace.language == "zh-CN"
    assert workspace.output == root / "output"


def test_a_wrong_workspace_file_is_located(root: Path) -> None:
    (root / "jiayi.yaml").write_text("language: de\nextra: 1\n", encoding="utf-8")
    workspace = open_workspace(root)
    assert workspace.settings is None
    assert {finding.code for finding in workspace.diagnostics} == {"S101", "S104"}


def test_a_workspace_file_that_says_nothing_is_not_passed_over(root: Path) -> None:
    (root / "jiayi.yaml").write_text("- language: zh-CN\n", encoding="utf-8")
    (finding,) = open_workspace(root).diagnostics
    assert finding.code == "W202"
    (root / "jiayi.yaml").unlink()
    (root / "jiayi.yaml").mkdir()
    (finding,) = open_workspace(root).diagnostics
    assert finding.code == "W101"


def test_own_templates_are_used_outside_this_repository(root: Path) -> None:
    assert open_workspace(root).library.own == {}
    (root / "templates" / "clauses").mkdir(parents=True)
    (root / "templates" / "clauses" / "own.yaml").write_bytes(b"id: own")
    assert open_workspace(root).library.own == {"clauses/own.yaml": b"id: own"}
    (root / "generator").mkdir()
    assert open_workspace(root).library.own == {}
