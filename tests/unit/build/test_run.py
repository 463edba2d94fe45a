"""The plan of a project and the making of it, with kinds made up for the test."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import Options, build_project, kinds
from generator.build.plan import plan
from generator.build.provenance import commit, created
from generator.diagnostics import Code, GeneratorError, Place, Severity, Span, Text, found
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.load import Loaded, load_project, open_workspace

BASE = Path(__file__).parents[2] / "cases" / "base.yaml"
CODE = Code("X101", Severity.ERROR, Text("题", "title"), Text("页", "page"))


def kind(name: str, render: Callable[[Job], Rendered], *stems: str) -> DocumentKind:
    items = tuple(Item(stem, stem, ("contract",)) for stem in stems)
    return DocumentKind(name, Text(name, name), ".docx", lambda _: items, render)


def good(job: Job) -> Rendered:
    return Rendered(f"{job.item.key} {job.provenance.spec_hash}".encode())


def bad(_: Job) -> Rendered:
    return Rendered(None, (found(CODE, Text("缺", "hole"), Place(("contract", "title"))),))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.yaml").write_bytes(BASE.read_bytes())
    return tmp_path


def load(root: Path) -> Loaded:
    return load_project(open_workspace(root), root / "specs" / "one.yaml")


def test_a_failing_document_does_not_stop_the_others(workspace: Path) -> None:
    loaded = load(workspace)
    options = Options(workspace / "output", [kind("bad", bad, "x"), kind("good", good, "y", "z")])
    made = list(build_project(open_workspace(workspace), workspace / "specs" / "one.yaml", loaded, options))
    assert [one.written for one in made] == [None, True, True]
    assert isinstance(made[0].diagnostics[0].location, Span)
    assert sorted(path.name for path in (workspace / "output").rglob("*.docx")) == ["y.docx", "z.docx"]
    again = list(build_project(open_workspace(workspace), workspace / "specs" / "one.yaml", loaded, options))
    assert [one.written for one in again] == [None, False, False]


def test_a_document_that_cannot_be_written_does_not_stop_the_others(workspace: Path) -> None:
    loaded = load(workspace)
    assert loaded.project is not None
    (workspace / "output" / loaded.project.project.id / "y.docx").mkdir(parents=True)
    options = Options(workspace / "output", [kind("good", good, "y", "z")])
    made = list(build_project(open_workspace(workspace), workspace / "specs" / "one.yaml", loaded, options))
    assert [one.written for one in made] == [None, True]
    (finding,) = made[0].diagnostics
    assert finding.code == "W302"
    assert "y.docx" in finding.message.en
    assert finding.hint is not None


def test_an_error_in_the_workspace_file_keeps_documents_from_being_made(workspace: Path) -> None:
    (workspace / "jiayi.yaml").write_text("language: de\n", encoding="utf-8")
    loaded = load(workspace)
    assert loaded.project is not None
    options = Options(workspace / "output", [kind("good", good, "y")])
    assert list(build_project(open_workspace(workspace), workspace, loaded, options)) == []


def test_a_project_with_errors_touches_nothing(workspace: Path) -> None:
    text = BASE.read_text(encoding="utf-8")
    (workspace / "specs" / "one.yaml").write_text(text.replace("title:", "titel:"), encoding="utf-8")
    loaded = load(workspace)
    options = Options(workspace / "output", [kind("good", good, "y")])
    assert list(build_project(open_workspace(workspace), workspace, loaded, options)) == []
    assert not (workspace / "output").exists()


def test_names_that_differ_in_case_only_clash(workspace: Path) -> None:
    loaded = load(workspace)
    assert loaded.project is not None
    tasks, findings = plan(
        loaded.project, [kind("a", good, "x", "X"), kind("b", good, "x"), kind("c", good, "y")]
    )
    assert len(tasks) == 2
    assert [finding.code for finding in findings] == ["W301", "W301"]
    options = Options(workspace / "output", [kind("a", good, "x", "X")])
    (made,) = build_project(open_workspace(workspace), workspace, loaded, options)
    assert made.written is None


def test_there_are_four_families() -> None:
    names = {one.name for one in kinds(open_workspace(Path("/nonexistent")).library, "zh-CN")}
    assert {"contract", "minutes", "evaluation", "summary"} <= names


def test_documents_are_dated_by_the_project_or_by_the_epoch() -> None:
    day = datetime.date(2026, 3, 31)
    assert created(day, None) == datetime.datetime(2026, 3, 31, tzinfo=datetime.UTC)
    assert created(day, "0").year == 1970
    with pytest.raises(GeneratorError):
        created(day, "yesterday")


def test_the_commit_is_the_last_that_touched_the_project(workspace: Path) -> None:
    assert commit(workspace, workspace / "specs" / "one.yaml") == ""

    def git(*words: str) -> str:
        name = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        done = subprocess.run(
            ["git", *name, "-C", str(workspace), *words], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    git("init", "-q")
    git("add", "specs/one.yaml")
    git("commit", "-qm", "one")
    first = git("rev-parse", "HEAD")
    (workspace / "other.txt").write_text("x", encoding="utf-8")
    git("add", "other.txt")
    git("commit", "-qm", "two")
    assert commit(workspace, workspace / "specs" / "one.yaml") == first
