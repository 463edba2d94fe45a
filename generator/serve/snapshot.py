"""What the preview shows after one build: values only, taken from what was loaded and made."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.build.plan import kinds, plan
from generator.diagnostics import Diagnostic, Severity, Span, Text, has_errors
from generator.load import Loaded, Workspace, same_ids
from generator.serve.dashboard import Dashboard, dashboard, label

AROUND = 2
"""Lines that a source frame shows before and after its own."""

WIDTH = 240
"""Characters that a source frame shows of a line, before, within and after what is marked."""


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
class Frame:
    """Source lines around a finding: those above, the line itself cut in three, those below; ``first`` is 1-based."""

    first: int
    above: tuple[str, ...]
    before: str
    marked: str
    after: str
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``line`` and ``column`` are 1-based and 0 where no file is concerned."""

    code: str
    severity: Severity
    message: Text
    hint: Text | None
    file: str
    line: int
    column: int
    frame: Frame | None


@dataclass(frozen=True, slots=True)
class Document:
    """One document; ``path`` is below the output folder, ``sha`` (SHA-256) is empty until the file has been read."""

    kind: Text
    name: str
    path: str
    state: DocumentState
    sha: str = ""


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One project; ``key`` is its name in ``specs/``, ``broken`` says that its documents are not made now."""

    key: str
    id: str
    name: str
    party_b: str
    state: Text
    as_of: str
    broken: bool
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]


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

    A project with errors shows the documents given for it, else those of ``previous``, as stale.
    """
    known = {one.key: one for one in previous.projects} if previous else {}
    taken = same_ids(loaded)
    spoilt = has_errors(workspace.diagnostics)
    projects = []
    for path, one in loaded.items():
        own = [*one.diagnostics, *([taken[path]] if path in taken else [])]
        made = documents.get(path, ())
        own += [finding for document in made for finding in document.diagnostics]
        broken = spoilt or one.project is None or path in taken or has_errors(one.diagnostics)
        key = path.name if path.is_relative_to(workspace.root) else str(path)
        before = known.get(key)
        shown = _documents(workspace, one, made, broken=broken) or (_kept(before) if broken else ())
        projects.append(_project(key, one, before, tuple(_findings(own, one.sources)), shown, broken))
    sources = {workspace.source.file: workspace.source.text} if workspace.source else {}
    pairs = list(zip(projects, loaded.values(), strict=True))
    sound = [(view.key, one.project) for view, one in pairs if one.project and not view.broken]
    return Snapshot(
        epoch,
        language,
        workspace.root.absolute().as_posix(),
        tuple(_findings(workspace.diagnostics, sources)),
        tuple(projects),
        dashboard(sound, [view.name for view in projects if view.broken]),
    )


def _project(
    key: str,
    loaded: Loaded,
    before: ProjectView | None,
    findings: tuple[Finding, ...],
    documents: tuple[Document, ...],
    broken: bool,
) -> ProjectView:
    if loaded.project is None:
        if before is None:
            return ProjectView(key, key, key, "", Text("", ""), "", broken, findings, documents)
        state, as_of = before.state, before.as_of
        return ProjectView(
            key, before.id, before.name, before.party_b, state, as_of, broken, findings, documents
        )
    profile, party = loaded.project.project, loaded.project.parties.party_b.name
    state = label("project_state", profile.state)
    day = profile.as_of.isoformat()
    return ProjectView(key, profile.id, profile.name, party, state, day, broken, findings, documents)


def _documents(
    workspace: Workspace, loaded: Loaded, made: Sequence[Made], *, broken: bool
) -> tuple[Document, ...]:
    titles: dict[PurePosixPath, Text] = {}
    if loaded.project is not None and made:
        tasks, _ = plan(loaded.project, kinds(workspace.library, workspace.language))
        titles = {task.path: task.kind.title for task in tasks}
    return tuple(
        Document(
            titles.get(one.path) or _title(one.path),
            one.path.stem,
            str(one.path),
            DocumentState.FAILED
            if one.written is None and not broken
            else DocumentState.STALE
            if broken
            else DocumentState.MADE,
        )
        for one in made
        if one.path.suffix  # a clash of names is told under the name of the project
    )


def _title(path: PurePosixPath) -> Text:
    """Return what the kind of a document is called by its file name: the part before the first underscore."""
    name = path.stem.partition("_")[0]
    return Text(name, name)


def _kept(before: ProjectView | None) -> tuple[Document, ...]:
    if before is None:
        return ()
    return tuple(
        Document(one.kind, one.name, one.path, DocumentState.STALE, one.sha) for one in before.documents
    )


def _findings(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> Iterator[Finding]:
    rank = list(Severity)
    for one in sorted(dict.fromkeys(diagnostics), key=lambda finding: rank.index(finding.severity)):
        place = one.location if isinstance(one.location, Span) else None
        yield Finding(
            one.code,
            one.severity,
            shown_text(one.message),
            shown_text(one.hint) if one.hint else None,
            place.file if place else "",
            place.line if place else 0,
            place.column if place else 0,
            frame(place, sources.get(place.file, "")) if place else None,
        )


def frame(span: Span, source: str) -> Frame | None:
    """Return the lines of ``source`` around ``span``, ``None`` where it has no such line."""
    lines = source.split("\n")
    if not source or span.line > len(lines):
        return None
    at = span.line - 1
    line = lines[at].rstrip("\r")
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    end = max(start, end)
    before = line[max(0, start - WIDTH) : start]
    above = tuple(shown(one[:WIDTH]) for one in lines[max(0, at - AROUND) : at])
    below = tuple(shown(one[:WIDTH]) for one in lines[at + 1 : at + 1 + AROUND])
    cut = "…" if start > WIDTH else ""
    return Frame(
        span.line - len(above),
        above,
        cut + shown(before),
        shown(line[start : min(end, start + WIDTH)]),
        shown(line[end : end + WIDTH]),
        below,
    )


def shown(text: str) -> str:
    """Return ``text`` with tabs as blanks, and a sign for each character that is invisible or turns the direction."""
    return "".join(
        " " if char in "\t\n\r" else "�" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char
        for char in text
    )


def shown_text(text: Text) -> Text:
    """Return both languages of ``text`` as :func:`shown` does."""
    return Text(shown(text.zh), shown(text.en))
