"""What the preview is told after a build: documents and their states, findings with their source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from generator.diagnostics import Code, Diagnostic, Severity, Span, Text, found
from generator.law import cite
from generator.load import load_project, open_workspace
from generator.serve.snapshot import DocumentState, Snapshot, snapshot

BASE = (Path(__file__).parents[2] / "cases" / "base.yaml").read_text(encoding="utf-8")
CODE = Code("X101", Severity.ERROR, Text("题", "title"), Text("页", "page"))


@dataclass(frozen=True)
class Made:
    path: PurePosixPath
    written: bool | None = True
    diagnostics: tuple[Diagnostic, ...] = ()


@pytest.fixture
def shoot(tmp_path: Path) -> Callable[..., Snapshot]:
    """Return a function that writes projects and takes the snapshot of them."""

    def take(
        texts: dict[str, str], made: dict[str, list[Made]], previous: Snapshot | None = None
    ) -> Snapshot:
        (tmp_path / "specs").mkdir(exist_ok=True)
        paths = {name: tmp_path / "specs" / f"{name}.yaml" for name in texts}
        for name, text in texts.items():
            paths[name].write_text(text, encoding="utf-8")
        workspace = open_workspace(tmp_path)
        loaded = {path: load_project(workspace, path) for path in paths.values()}
        documents = {paths[name]: rows for name, rows in made.items()}
        epoch = previous.epoch + 1 if previous else 1
        return snapshot(workspace, loaded, documents, epoch, "zh-CN", previous)

    return take


def contract(text: str = BASE) -> PurePosixPath:
    identity = next(line.split(":")[1].strip() for line in text.splitlines() if line.startswith("  id:"))
    return PurePosixPath(identity, "项目摘要.pdf")


def test_a_sound_project_with_its_documents(shoot: Callable[..., Snapshot]) -> None:
    taken = shoot({"one": BASE}, {"one": [Made(contract())]})
    (project,) = taken.projects
    (document,) = project.documents
    assert (project.key, project.broken) == ("one.yaml", False)
    assert project.id == contract().parts[0]
    assert project.party_b in BASE
    assert (document.kind, document.state) == (Text("项目摘要", "Summary"), DocumentState.MADE)
    assert (document.name, document.path) == ("项目摘要", str(contract()))
    assert taken.epoch == 1
    assert taken.dashboard.missing == ()
    assert taken.dashboard.money[0].currency == "CNY"


def test_a_project_with_errors_keeps_its_documents_and_its_name(shoot: Callable[..., Snapshot]) -> None:
    first = shoot({"one": BASE}, {"one": [Made(contract())]})
    second = shoot({"one": BASE + "\n  x: [\n"}, {}, first)
    (project,) = second.projects
    assert project.broken
    assert [one.state for one in project.documents] == [DocumentState.STALE]
    assert project.documents[0].kind == Text("项目摘要", "Summary")
    assert (project.name, project.party_b) == (first.projects[0].name, first.projects[0].party_b)
    assert second.dashboard.missing == (project.name,)
    assert second.dashboard.money == ()
    given = shoot({"one": "project: [\n"}, {"one": [Made(contract(), False)]}, first)
    assert given.projects[0].documents == project.documents
    third = shoot({"one": BASE}, {"one": [Made(contract())]}, second)
    assert [one.state for one in third.projects[0].documents] == [DocumentState.MADE]


def test_documents_that_are_given_for_a_project_with_errors_are_stale(
    shoot: Callable[..., Snapshot],
) -> None:
    taken = shoot({"one": "project: [\n"}, {"one": [Made(PurePosixPath("p", "合同_1.docx"), False)]})
    (document,) = taken.projects[0].documents
    assert (document.state, document.kind.zh) == (DocumentState.STALE, "合同")
    assert taken.projects[0].name == "one.yaml"


def test_a_document_that_failed_and_why(shoot: Callable[..., Snapshot]) -> None:
    basis = [cite("民法典", "第五百一十条", "没有约定")]
    span, hint = Span("specs/one.yaml", 2, 3, 2, 5), Text("补", "fill")
    finding = found(CODE, Text("缺", "hole"), span, hint=hint, statutes=basis)
    taken = shoot({"one": BASE}, {"one": [Made(contract(), None, (finding,))]})
    (project,) = taken.projects
    assert project.documents[0].state is DocumentState.FAILED
    first = project.findings[0]
    assert (first.code, first.file, first.line, first.column) == ("X101", "specs/one.yaml", 2, 3)
    assert first.hint == Text("补", "fill")
    assert first.statutes == ("《中华人民共和国民法典》第五百一十条",)
    assert first.frame is not None
    assert first.frame.marked == BASE.split("\n")[1][2:4]


def test_two_projects_of_one_id(shoot: Callable[..., Snapshot]) -> None:
    taken = shoot({"one": BASE, "two": BASE}, {"one": [Made(contract())]})
    assert [one.broken for one in taken.projects] == [False, True]
    assert "W" in taken.projects[1].findings[0].code


def test_errors_come_first(shoot: Callable[..., Snapshot]) -> None:
    rows = [found(Code(f"X10{n}", s, *[Text("", "")] * 2), Text(f"{n}", "")) for n, s in enumerate(Severity)]
    taken = shoot({"one": BASE}, {"one": [Made(contract(), True, tuple(reversed(rows)))]})
    ranks = [list(Severity).index(one.severity) for one in taken.projects[0].findings]
    assert ranks == sorted(ranks)


def test_findings_of_the_workspace(shoot: Callable[..., Snapshot], tmp_path: Path) -> None:
    (tmp_path / "jiayi.yaml").write_text("language: xx\n", encoding="utf-8")
    taken = shoot({"one": BASE}, {})
    assert taken.findings[0].file == "jiayi.yaml"
    assert taken.findings[0].frame is not None
    assert taken.projects[0].broken


def test_what_has_not_changed_is_not_looked_at_again(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    path = tmp_path / "specs" / "one.yaml"
    path.write_text(BASE, encoding="utf-8")
    workspace = open_workspace(tmp_path)
    loaded = {path: load_project(workspace, path)}
    finding = found(CODE, Text("", ""))

    def take(made: Made, before: Snapshot | None = None) -> Snapshot:
        return snapshot(workspace, loaded, {path: [made]}, 1, "zh-CN", before)

    first = take(Made(contract()))
    assert first.projects[0].source is not None
    assert take(first.projects[0].source.made[0], first).projects[0] is first.projects[0]
    again = take(Made(contract(), written=False), first)
    assert again.projects[0] is first.projects[0]
    for other in (Made(contract()), Made(contract(), None), Made(contract(), False, (finding,))):
        assert take(other, first).projects[0] is not first.projects[0]
    loaded = {path: load_project(workspace, path)}
    assert take(Made(contract(), written=False), first).projects[0] is not first.projects[0]
