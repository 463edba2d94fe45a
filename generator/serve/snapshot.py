"""What the preview shows after one build: values only, taken from what was loaded and made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.build.plan import kinds, plan
from generator.diagnostics import Diagnostic, Text, has_errors
from generator.load import Loaded, Workspace, same_ids
from generator.serve.dashboard import Board, Dashboard, board, dashboard, label
from generator.serve.findings import Finding, findings


class Made(Protocol):
    """What a build says of one document: its place below the output folder, and whether it was made (not ``None``)."""

    @property
    def path(self) -> PurePosixPath:
        """The place below the output folder."""

    @property
    def written(self) -> bool | None:
        """``None`` where it could not be made."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found while making it."""


class DocumentState(StrEnum):
    """``STALE`` is an older document of a project that has errors now; ``FAILED`` could not be made."""

    MADE = "made"
    STALE = "stale"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Document:
    """One document; ``path`` is below the output folder, ``sha`` (SHA-256) is empty until the file has been read."""

    kind: Text
    name: str
    path: str
    state: DocumentState
    sha: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a project's view was made from; the same values need not be looked at twice."""

    loaded: Loaded
    made: tuple[Made, ...]
    taken: Diagnostic | None
    spoilt: bool

    def same(self, other: Source) -> bool:
        """Return whether ``other``, which is newer, gives the same view."""
        return (
            self.loaded is other.loaded
            and (self.taken, self.spoilt) == (other.taken, other.spoilt)
            and len(self.made) == len(other.made)
            and all(_alike(a, b) for a, b in zip(self.made, other.made, strict=True))
        )


def _alike(before: Made, now: Made) -> bool:
    """Return whether a document is as it was; one that was written by a later build has a new content."""
    if before is now:
        return True
    failed = before.written is None, now.written is None
    return (before.path, failed[0], before.diagnostics) == (
        now.path,
        failed[1],
        now.diagnostics,
    ) and not now.written


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One project; ``key`` is its name in ``specs/``, ``broken`` says that its documents are not made now.

    ``board`` is ``None`` for one that has errors.
    """

    key: str
    id: str
    name: str
    party_b: str
    state: Text
    as_of: str
    broken: bool
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    board: Board | None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole workspace after one build; ``findings`` are those of jiayi.yaml."""

    epoch: int
    language: str
    root: str
    findings: tuple[Finding, ...]
    projects: tuple[ProjectView, ...]
    dashboard: Dashboard


def snapshot(
    workspace: Workspace,
    loaded: Mapping[Path, Loaded],
    documents: Mapping[Path, Sequence[Made]],
    epoch: int,
    language: str,
    previous: Snapshot | None = None,
) -> Snapshot:
    """Return what there is to see.

    A project with errors shows the documents given for it, else those of ``previous``, as stale. What is as it was in
    ``previous`` is taken from there: a project whose ``Loaded`` is the same object and whose documents are the same.
    """
    known = {one.key: one for one in previous.projects} if previous else {}
    taken = same_ids(loaded)
    spoilt = has_errors(workspace.diagnostics)
    projects = []
    for path, one in loaded.items():
        key = _key(workspace.root, path)
        source = Source(one, tuple(documents.get(path, ())), taken.get(path), spoilt)
        before = known.get(key)
        if before and before.source and before.source.same(source):
            projects.append(before)
        else:
            projects.append(_project(workspace, key, source, before))
    texts = {workspace.source.file: workspace.source.text} if workspace.source else {}
    boards = [view.board for view in projects if view.board]
    return Snapshot(
        epoch,
        language,
        workspace.root.absolute().as_posix(),
        tuple(findings(workspace.diagnostics, texts)),
        tuple(projects),
        dashboard(boards, [view.name for view in projects if view.broken]),
    )


def _key(root: Path, path: Path) -> str:
    for folder in (root / "specs", root):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.as_posix()


def _project(workspace: Workspace, key: str, source: Source, before: ProjectView | None) -> ProjectView:
    loaded, project = source.loaded, source.loaded.project
    own = [*loaded.diagnostics, *([source.taken] if source.taken else [])]
    told = tuple(findings([*own, *(f for one in source.made for f in one.diagnostics)], loaded.sources))
    broken = source.spoilt or project is None or has_errors(own)
    documents = _documents(workspace, source, before, broken=broken)
    if broken and not documents:
        documents = _kept(before)
    if project is None:
        if before is None:
            empty = Text("", "")
            return ProjectView(key, key, key, "", empty, "", broken, told, documents, None, source)
        return replace(before, broken=broken, findings=told, documents=documents, board=None, source=source)
    profile = project.project
    return ProjectView(
        key,
        profile.id,
        profile.name,
        project.parties.party_b.name,
        label("project_state", profile.state),
        profile.as_of.isoformat(),
        broken,
        told,
        documents,
        None if broken else board(key, project),
        source,
    )


def _documents(
    workspace: Workspace, source: Source, before: ProjectView | None, *, broken: bool
) -> tuple[Document, ...]:
    titles = {one.path: one.kind for one in before.documents} if before else {}
    if source.loaded.project is not None and source.made:
        tasks, _ = plan(source.loaded.project, kinds(workspace.library, workspace.language))
        titles |= {str(task.path): task.kind.title for task in tasks}
    return tuple(
        Document(
            titles.get(str(one.path)) or _title(one.path),
            one.path.stem,
            str(one.path),
            _state(one, broken=broken),
        )
        for one in source.made
        if one.path.suffix  # a clash of names is told under the name of the project
    )


def _state(made: Made, *, broken: bool) -> DocumentState:
    if broken:
        return DocumentState.STALE
    return DocumentState.FAILED if made.written is None else DocumentState.MADE


def _title(path: PurePosixPath) -> Text:
    """Return what the kind of a document is called by its file name: the part before the first underscore."""
    name = path.stem.partition("_")[0]
    return Text(name, name)


def _kept(before: ProjectView | None) -> tuple[Document, ...]:
    return tuple(replace(one, state=DocumentState.STALE) for one in before.documents) if before else ()
