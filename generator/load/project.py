"""One project: its files read, put together, judged and made a typed value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, Related, Text, found, has_errors, ordered
from generator.load import codes
from generator.load.merge import Merged, Part
from generator.load.workspace import Workspace, is_yaml, name_of, read_file, unreadable, visible
from generator.model.project import Project
from generator.rules import run
from generator.shape import check, refer
from generator.shape.near import did_you_mean, listed
from generator.shape.schema import resolved
from generator.source import Source, read
from generator.structure import build


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project as loaded; ``project`` is ``None`` where its data do not allow one."""

    name: str
    project: Project | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    merged: Merged | None

    @property
    def spec_hash(self) -> str:
        """Return the SHA-256 of everything that was read: names and texts of all files, by name."""
        return _hash(self.sources)

    def locate(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the findings with symbolic places made positions in this project's files."""
        return self.merged.locate(diagnostics) if self.merged else tuple(diagnostics)


@dataclass(slots=True)
class _Gathered:
    merged: Merged
    findings: list[Diagnostic] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)


def load_project(workspace: Workspace, path: Path) -> Loaded:
    """Return the project in the file or folder ``path``, with every finding located."""
    gathered = _gather(workspace.root, path)
    merged, findings = gathered.merged, gathered.findings
    _add_party_a(merged, workspace)
    if workspace.source is not None:
        gathered.sources.append(workspace.source)
    broken = any(source.data is None for source in gathered.sources) or has_errors(findings)
    shape = check(merged.data, "part.json" if broken else "project.json")
    findings.extend(merged.locate(shape))
    project = None
    if not broken and not shape:
        clauses = frozenset(Path(name).stem for name in workspace.library.names("clauses", ".yaml"))
        findings.extend(merged.locate(refer(merged.data, "project.json", {"clause": clauses})))
        if not has_errors(findings):
            project = build(Project, merged.data)
            findings.extend(merged.locate(run(project)))
    texts = {source.file: source.text for source in gathered.sources}
    name = path.name if path.is_dir() else path.stem
    return Loaded(name, project, ordered(findings), texts, merged)


def _gather(root: Path, path: Path) -> _Gathered:
    gathered = _Gathered(Merged(read(name_of(root, path), b"{}")))
    if not path.is_dir():
        _add_file(gathered, root, path)
        return gathered
    entries = _entries(gathered, root, path)
    for entry in (e for e in entries if is_yaml(e) and not e.is_dir()):
        _add_file(gathered, root, entry)
    for entry in (e for e in entries if e.is_dir()):
        _add_folder(gathered, root, entry)
    if not gathered.sources and not gathered.findings:
        message = Text("文件夹中没有 YAML 文件", "the folder holds no YAML file")
        gathered.findings.append(found(codes.NO_PROJECT, message, gathered.merged.span(())))
    return gathered


def _entries(gathered: _Gathered, root: Path, folder: Path) -> list[Path]:
    try:
        return visible(folder)
    except OSError as error:
        gathered.findings.append(unreadable(root, folder, error))
        return []


def _read(gathered: _Gathered, root: Path, path: Path) -> Source | None:
    source, unread = read_file(root, path)
    gathered.findings.extend(unread)
    if source is not None:
        if not gathered.sources:
            gathered.merged.first = source
        gathered.sources.append(source)
        gathered.findings.extend(source.diagnostics)
    return source


def _add_file(gathered: _Gathered, root: Path, path: Path) -> None:
    source = _read(gathered, root, path)
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


def _add_folder(gathered: _Gathered, root: Path, folder: Path) -> None:
    sections = resolved("part.json")["properties"]
    lists = [name for name, schema in sections.items() if schema.get("type") == "array"]
    if folder.name not in lists:
        hint = did_you_mean(folder.name, lists) or Text(
            f"可用：{listed(lists, 20)}", f"known: {listed(lists, 20)}"
        )
        _unknown_folder(gathered, root, folder, hint)
        return
    for entry in _entries(gathered, root, folder):
        if entry.is_dir():
            hint = Text(f"把文件直接放进 {folder.name}/", f"put the files into {folder.name}/ itself")
            _unknown_folder(gathered, root, entry, hint)
            continue
        source = _read(gathered, root, entry) if is_yaml(entry) else None
        if source is not None and source.data is not None:
            _add_entries(gathered, folder.name, source)


def _unknown_folder(gathered: _Gathered, root: Path, folder: Path, hint: Text) -> None:
    name = name_of(root, folder)
    message = Text(f"不认识的子文件夹 {name}", f"unknown folder {name}")
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
    first: dict[str, Loaded] = {}
    findings: dict[Path, Diagnostic] = {}
    for path, one in loaded.items():
        if one.project is None or one.merged is None:
            continue
        other = first.setdefault(one.project.project.id.casefold(), one)
        if other is not one and other.merged is not None:
            place = Place(("project", "id"))
            related = Related(
                Text("另一个项目在这里", "the other project is here"), other.merged.span(place.route)
            )
            message = Text(
                f"项目编号 “{one.project.project.id}” 重复", f"project id '{one.project.project.id}' is taken"
            )
            findings[path] = found(codes.SAME_ID, message, one.merged.span(place.route), related=[related])
    return findings
