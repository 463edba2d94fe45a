"""One project: its files read, put together, judged and made a typed value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, Related, Span, Text, found, has_errors, ordered
from generator.files import Entry, is_data, read_project
from generator.load import codes
from generator.load.merge import Merged, Part
from generator.load.waive import waived
from generator.load.workspace import Workspace, unreadable
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.rules import run
from generator.shape import check, refer
from generator.shape.near import did_you_mean, listed
from generator.shape.schema import resolved
from generator.source import Memory, Source, read
from generator.structure import build


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project as loaded; ``project`` is ``None`` where its data do not allow one."""

    name: str
    project: Project | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    merged: Merged | None
    waived: tuple[Diagnostic, ...] = ()
    """Warnings that the project waives."""

    identity: tuple[str, Span] | None = None
    """The project's id and where it stands."""

    @property
    def spec_hash(self) -> str:
        """Return the SHA-256 of everything that was read: names and texts of all files, by name."""
        return _hash(self.sources)

    def told(self, more: Iterable[Diagnostic] = ()) -> Loaded:
        """Return its findings and ``more`` with the files that they point into, without the project itself: that of many
        is not kept while others are read.
        """
        findings = ordered([*self.diagnostics, *more])
        named = {span.file for span in _spans(findings)}
        sources = {name: text for name, text in self.sources.items() if name in named}
        return replace(self, project=None, merged=None, diagnostics=findings, sources=sources)

    def locate(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the findings with symbolic places made positions in this project's files."""
        return self.merged.locate(diagnostics) if self.merged else tuple(diagnostics)


@dataclass(slots=True)
class _Gathered:
    merged: Merged
    memory: Memory | None
    findings: list[Diagnostic] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)


def load_project(
    workspace: Workspace, path: Path, memory: Memory | None = None, *, signing: bool = False
) -> Loaded:
    """Return the project in the file or folder ``path``, with every finding located; see :func:`project_of`."""
    return project_of(workspace, read_project(workspace.root, path), memory, signing=signing)


def project_of(
    workspace: Workspace, entry: Entry, memory: Memory | None = None, *, signing: bool = False
) -> Loaded:
    """Return the project that the files in ``entry`` make, with every finding located.

    With ``memory``, what it remembers of the same files is not parsed again. With ``signing`` a draft is judged as if
    it were being signed.
    """
    gathered = _gather(entry, memory)
    merged, findings = gathered.merged, gathered.findings
    _add_party_a(merged, workspace)
    if workspace.source is not None:
        gathered.sources.append(workspace.source)
    broken = any(source.data is None for source in gathered.sources) or has_errors(findings)
    shape = check(merged.data, "part.json" if broken else "project.json")
    findings.extend(merged.locate(shape))
    project, aside = None, tuple[Diagnostic, ...]()
    if not broken and not shape:
        clauses = frozenset(Path(name).stem for name in workspace.library.names("clauses", ".yaml"))
        findings.extend(merged.locate(refer(merged.data, "project.json", {"clause": clauses})))
        if not has_errors(findings):
            project = build(Project, merged.data)
            kept, aside = waived(run(_signed(project) if signing else project), project.waivers)
            findings.extend(merged.locate(kept))
    texts = {source.file: source.text for source in gathered.sources}
    name = PurePosixPath(entry.name)
    own = name.name if entry.is_folder else name.stem
    identity = (project.project.id, merged.span(("project", "id"))) if project else None
    return Loaded(own, project, ordered(findings), texts, merged, merged.locate(aside), identity)


def _spans(findings: Iterable[Diagnostic]) -> Iterator[Span]:
    for one in findings:
        places = (one.location, *(related.location for related in one.related))
        yield from (place for place in places if isinstance(place, Span))


def _signed(project: Project) -> Project:
    """Return ``project`` as it is judged before it is signed: a draft as if its state were ``signing``."""
    if project.project.state not in (ProjectState.DRAFT, ProjectState.REVIEW):
        return project
    return replace(project, project=replace(project.project, state=ProjectState.SIGNING))


def _gather(entry: Entry, memory: Memory | None) -> _Gathered:
    gathered = _Gathered(Merged(read(entry.name, b"{}")), memory)
    if not entry.is_folder:
        _add_file(gathered, entry)
        _add_tables(gathered, entry)
        return gathered
    for file in (one for one in _listed(gathered, entry) if not one.is_folder):
        _add_file(gathered, file)
    for folder in (one for one in entry.entries if one.is_folder and not is_data(one)):
        _add_folder(gathered, folder)
    if not gathered.sources and not gathered.findings:
        message = Text("文件夹中没有 YAML 文件", "the folder holds no YAML file")
        gathered.findings.append(found(codes.NO_PROJECT, message, gathered.merged.span(())))
    _add_tables(gathered, entry)
    return gathered


def _add_tables(gathered: _Gathered, entry: Entry) -> None:
    if "tables" not in gathered.merged.data:
        return
    from generator.load.tables import add_tables  # noqa: PLC0415  # few projects have tables

    for one in add_tables(gathered.merged, entry):
        if isinstance(one, Source):
            gathered.sources.append(one)
        else:
            gathered.findings.append(one)


def _listed(gathered: _Gathered, folder: Entry) -> tuple[Entry, ...]:
    if folder.problem:
        gathered.findings.append(unreadable(folder))
    return folder.entries


def _read(gathered: _Gathered, entry: Entry) -> Source | None:
    if entry.body is None:
        gathered.findings.append(unreadable(entry))
        return None
    source = read(entry.name, entry.body, gathered.memory)
    if not gathered.sources:
        gathered.merged.first = source
    gathered.sources.append(source)
    gathered.findings.extend(source.diagnostics)
    return source


def _add_file(gathered: _Gathered, entry: Entry) -> None:
    source = _read(gathered, entry)
    if source is None or source.data is None:
        return
    if not isinstance(source.data, dict):
        message = Text("文件顶层应为“部分名: 内容”", "the top level must be made of sections")
        gathered.findings.append(found(codes.NOT_A_MAPPING, message, source.span(())))
        return
    for section, value in source.data.items():
        part = Part((section,), source, (section,))
        if section in gathered.merged.data:
            _twice(gathered, section, part)
        else:
            gathered.merged.data[section] = value
            gathered.merged.parts.append(part)


def _twice(gathered: _Gathered, section: str, part: Part) -> None:
    first = gathered.merged.span((section,), "key")
    related = Related(Text("第一次写在这里", "first given here"), first)
    message = Text(f"“{section}” 写了两次", f"the section '{section}' is given twice")
    gathered.findings.append(
        found(codes.SECTION_TWICE, message, part.source.span(part.inner, "key"), related=[related])
    )


def _add_folder(gathered: _Gathered, folder: Entry) -> None:
    sections = resolved("part.json")["properties"]
    lists = [name for name, schema in sections.items() if schema.get("type") == "array"]
    section = PurePosixPath(folder.name).name
    if section not in lists:
        hint = did_you_mean(section, lists) or Text(
            f"可用：{listed(lists, 20)}", f"known: {listed(lists, 20)}"
        )
        _unknown_folder(gathered, folder, hint)
        return
    for entry in _listed(gathered, folder):
        if entry.is_folder:
            hint = Text(f"把文件直接放进 {section}/", f"put the files into {section}/ itself")
            _unknown_folder(gathered, entry, hint)
            continue
        source = _read(gathered, entry)
        if source is not None and source.data is not None:
            _add_entries(gathered, section, source)


def _unknown_folder(gathered: _Gathered, folder: Entry, hint: Text) -> None:
    message = Text(f"不认识的子文件夹 {folder.name}", f"unknown folder {folder.name}")
    where = gathered.merged.first.span(())
    gathered.findings.append(found(codes.UNKNOWN_FOLDER, message, where, hint=hint))


def _add_entries(gathered: _Gathered, section: str, source: Source) -> None:
    merged = gathered.merged
    if any(part.outer == (section,) for part in merged.parts):
        _twice(gathered, section, Part((section,), source, ()))
        return
    entries = merged.data.setdefault(section, [])
    items = source.data if isinstance(source.data, list) else [source.data]
    for index, item in enumerate(items):
        inner = (index,) if isinstance(source.data, list) else ()
        merged.parts.append(Part((section, len(entries)), source, inner))
        entries.append(item)


def _add_party_a(merged: Merged, workspace: Workspace) -> None:
    parties = merged.data.get("parties")
    party_a = workspace.data.get("party_a")
    if isinstance(parties, dict) and "party_a" not in parties and party_a and workspace.source:
        merged.data["parties"] = {"party_a": party_a, **parties}
        merged.parts.append(Part(("parties", "party_a"), workspace.source, ("party_a",)))


def _hash(texts: Mapping[str, str]) -> str:
    import hashlib  # noqa: PLC0415  # a check needs no hash

    digest = hashlib.sha256()
    for name in sorted(texts):
        digest.update(f"{name}\0{len(texts[name])}\0".encode("utf-8", "surrogatepass"))
        digest.update(texts[name].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def same_ids(loaded: Mapping[Path, Loaded]) -> dict[Path, Diagnostic]:
    """Return, by path, the finding of each project whose id an earlier project already has."""
    first: dict[str, Span] = {}
    findings: dict[Path, Diagnostic] = {}
    for path, one in loaded.items():
        if one.identity is not None:
            identity, span = one.identity
            if first.setdefault(identity.casefold(), span) is not span:
                findings[path] = same_id(identity, span, first[identity.casefold()])
    return findings


def same_id(identity: str, span: Span | None, other: Span | None) -> Diagnostic:
    """Return the finding for the id at ``span`` that the project at ``other`` already has."""
    message = Text(f"项目编号 “{identity}” 重复", f"project id '{identity}' is taken")
    note = Text("另一个项目在这里", "the other project is here")
    return found(codes.SAME_ID, message, span, related=[Related(note, other)] if other else ())
