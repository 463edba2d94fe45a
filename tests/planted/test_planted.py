"""Defects planted in the samples and the starters, one at a time: each is found on its line, and no other error is.

Each entry of ``defects.yaml`` names a ``project`` (a sample or a kind of starter) and edits of its files: ``old`` becomes
``new`` in ``file`` (of the project, else of the workspace, else of the packaged files, such as a clause), more of them
under ``edits``. The finding ``expect`` must stand on the last line of the text ``at`` in the file ``in``, which are those of
the last edit where they are not written. What follows from the same defect without being an error is listed under ``also``.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from support import OCTOBER, ORIGIN, ROOT

from generator.cli.starting import start
from generator.diagnostics import Diagnostic, Severity, Span, has_errors
from generator.documents import contract, deviations
from generator.documents.kind import Job
from generator.load import load_project, open_workspace, projects
from generator.model.profile import ProjectKind
from generator.source import Memory

DEFECTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "defects.yaml").read_text(encoding="utf-8")
)


class Ground(NamedTuple):
    """One valid project where defects are planted, and how often it says what without any."""

    root: Path
    path: Path
    memory: Memory
    before: Counter[tuple[str, str]]

    def file(self, name: str | None) -> Path:
        """Return the file of the project, or of its workspace, that an edit names; a project of one file has no other."""
        if name is None:
            return self.path
        inside = self.path / name
        return inside if inside.is_file() else self.root / name


def judged(root: Path, path: Path, memory: Memory) -> tuple[Diagnostic, ...]:
    """Return all that is said about a project, its contract and its deviations; what is remembered is not parsed again."""
    workspace = open_workspace(root)
    loaded = load_project(workspace, path, memory)
    findings = [*workspace.diagnostics, *loaded.diagnostics]
    if loaded.project is not None and not has_errors(findings):
        for kind in (contract.KIND, deviations.KIND):
            for item in kind.items(loaded.project):
                job = Job(loaded.project, item, workspace.language, workspace.library, ORIGIN)
                findings += loaded.locate(kind.render(job).diagnostics)
    return tuple(findings)


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Ground]:
    """Projects by name, each judged once before it is worked on."""
    root = tmp_path_factory.mktemp("planted")
    samples = root / "samples"
    shutil.copytree(OCTOBER / "specs", samples / "specs")
    shutil.copy(OCTOBER / "jiayi.yaml", samples)
    places = {path.stem: (samples, path) for path in projects(samples)}
    for kind in ProjectKind:
        list(start(root / kind, kind, "示例", "zh"))
        places[kind.value] = (root / kind, projects(root / kind)[0])
    made = dict[str, Ground]()

    def prepared(name: str) -> Ground:
        if name not in made:
            place, memory = places[name], Memory()
            made[name] = Ground(*place, memory, Counter(map(_said, judged(*place, memory))))
        return made[name]

    return prepared


def _said(finding: Diagnostic) -> tuple[str, str]:
    return finding.code, finding.message.zh


def _once(text: str, piece: str) -> int:
    """Return where ``piece`` stands in ``text``; it must stand there once."""
    assert text.count(piece) == 1, f"{piece!r} occurs {text.count(piece)} times"
    return text.index(piece)


@contextmanager
def _planted(one: Ground, edits: list[dict[str, Any]]) -> Iterator[None]:
    """Make the edits, and undo them afterwards."""
    originals = dict[Path, bytes | None]()
    try:
        for edit in edits:
            file = one.file(edit.get("file"))
            packaged = ROOT / file.relative_to(one.root)
            originals.setdefault(file, file.read_bytes() if file.exists() else None)
            text = (file if file.exists() else packaged).read_text(encoding="utf-8")
            _once(text, edit["old"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8", newline="\n")
        yield
    finally:
        for file, body in originals.items():
            file.unlink() if body is None else file.write_bytes(body)


def _expected(one: Ground, defect: dict[str, Any], edit: dict[str, Any]) -> str:
    """Return ``file:line code`` of the finding that the defect must have."""
    file = one.file(defect.get("in", edit.get("file")))
    text, piece = file.read_text(encoding="utf-8"), defect.get("at", edit["new"])
    line = text.count("\n", 0, _once(text, piece) + len(piece.rstrip("\n"))) + 1
    name = file.relative_to(one.root).as_posix().removeprefix("templates/")
    return f"{name}:{line} {defect['expect']}"


def _where(finding: Diagnostic) -> str:
    span = finding.location
    return f"{span.file}:{span.line} {finding.code}" if isinstance(span, Span) else finding.code


@pytest.mark.parametrize("defect", DEFECTS, ids=[one["id"] for one in DEFECTS])
def test_a_planted_defect_is_found(defect: dict[str, Any], ground: Callable[[str], Ground]) -> None:
    one = ground(defect["project"])
    edits = defect.get("edits", [defect])
    with _planted(one, edits):
        expected = _expected(one, defect, edits[-1])
        found = judged(one.root, one.path, one.memory)
    left, fresh = one.before.copy(), list[Diagnostic]()
    for finding in found:
        if left[_said(finding)]:
            left[_said(finding)] -= 1
        else:
            fresh.append(finding)
    places = [_where(finding) for finding in fresh]
    assert expected in places
    others = [finding for finding in fresh if _where(finding) != expected]
    assert [_where(finding) for finding in others if finding.severity is Severity.ERROR] == []
    assert sorted(finding.code for finding in others) == sorted(defect.get("also", ()))


def test_there_are_many_defects_of_every_family() -> None:
    assert len(DEFECTS) >= 80
    assert len({one["id"] for one in DEFECTS}) == len(DEFECTS)
    assert {one["expect"][0] for one in DEFECTS} == set("YSCDKLMPRTW")


def test_the_projects_are_sound_before(ground: Callable[[str], Ground]) -> None:
    names = {one["project"] for one in DEFECTS}
    assert len(names) >= 6
    for name in names:
        root, path, memory, _ = ground(name)
        assert [one for one in judged(root, path, memory) if one.severity is Severity.ERROR] == []
