"""What has changed, found by reading bytes; which commit a project has."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from building import Space

from generator.build import manifest as kept
from generator.build import tool
from generator.build.commits import commits, head
from generator.build.manifest import Manifest
from generator.build.survey import is_fresh, look, state


def git(root: Path, *words: str) -> str:
    name = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    done = subprocess.run(["git", *name, "-C", str(root), *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_commit_is_the_last_that_touched_the_project(space: Space) -> None:
    two = space.root / "specs" / "两"
    two.mkdir()
    (two / "甲.yaml").write_text("a: 1\n", encoding="utf-8")
    assert head(space.root) == ""
    assert commits(space.root, [space.one, two]) == {space.one: "", two: ""}
    git(space.root, "init", "-q")
    git(space.root, "add", "specs")
    git(space.root, "commit", "-qm", "one")
    first = git(space.root, "rev-parse", "HEAD")
    (two / "甲.yaml").write_text("a: 2\n", encoding="utf-8")
    git(space.root, "commit", "-qam", "two")
    second = git(space.root, "rev-parse", "HEAD")
    assert commits(space.root, [space.one, two]) == {space.one: first, two: second}
    assert head(space.root) == second
    git(space.root, "pack-refs", "--all")
    assert head(space.root) == second
    git(space.root, "checkout", "-q", "--detach")
    assert head(space.root) == second
    git(space.root, "worktree", "add", "-q", str(space.root / "tree"), "-b", "other")
    assert head(space.root / "tree") == second


def test_a_commit_makes_the_documents_of_its_project_anew(space: Space) -> None:
    git(space.root, "init", "-q")
    git(space.root, "commit", "-qm", "nothing", "--allow-empty")
    space.build()
    git(space.root, "add", "specs")
    git(space.root, "commit", "-qm", "one")
    made, _ = space.build()
    unwritten = {one.path.suffix for one in made if not one.written}
    assert unwritten <= {".ics"}, "a calendar says nothing of the commit"
    assert {reason.en for one in made for reason in one.reasons} == {"the commit changed"}
    _, (project,) = space.build()
    assert project.fresh


def test_nothing_is_fresh_without_a_manifest(space: Space) -> None:
    inputs = look(space.root, [space.one], Manifest(), "")
    one = state(inputs, space.one, Manifest())
    assert one.record is None
    assert not is_fresh(one, ["contract"], space.output)


def test_the_program_is_what_its_files_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tool.mark() == tool.mark()
    before = tool.content()
    assert before == tool.content()
    monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "0")
    assert tool.content() != before


def test_another_program_makes_everything_anew(space: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    space.build()
    monkeypatch.setattr(tool, "mark", lambda: "newer")
    _, (project,) = space.build()
    assert project.fresh  # touched, but the same
    monkeypatch.setattr(tool, "mark", lambda: "newest")
    monkeypatch.setattr(tool, "content", lambda: "newest")
    made, _ = space.build()
    assert {reason.en for one in made for reason in one.reasons} == {"the program changed"}
    assert not any(one.written for one in made)
    assert kept.load(space.output).tool == "newest"
