"""The workspace: what jiayi.yaml sets for all projects, and the templates that it brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Text, found, has_errors
from generator.files import FILE, Entry, read_file, read_templates
from generator.load import codes
from generator.load.merge import Merged, Part
from generator.model.workspace import Page
from generator.model.workspace import Workspace as Settings
from generator.resources import Library
from generator.shape import check
from generator.source import Source, read
from generator.structure import build


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with projects in ``specs/``; ``settings`` is ``None`` where there is no sound jiayi.yaml.

    ``data`` is what jiayi.yaml says, even where it is not sound, so that a project misses nothing that stands there.
    """

    root: Path
    settings: Settings | None
    data: dict[str, Any]
    source: Source | None
    diagnostics: tuple[Diagnostic, ...]
    library: Library = field(default_factory=Library)

    @property
    def output(self) -> Path:
        """Return the folder that documents are written into."""
        return self.root / "output"

    @property
    def language(self) -> str:
        """Return the language of the documents."""
        return str(self.settings.language) if self.settings else "zh-CN"

    @property
    def page(self) -> Page:
        """Return the page of Word documents."""
        return self.settings.page if self.settings else Page.COMPACT


def open_workspace(root: Path) -> Workspace:
    """Return the workspace at ``root`` with all that is wrong with its own file."""
    return workspace_of(root, read_own_file(root), Library(read_templates(root)))


def read_own_file(root: Path) -> Entry | None:
    """Return jiayi.yaml as it was read, ``None`` where there is none."""
    return read_file(root, root / FILE) if (root / FILE).exists() else None


def workspace_of(root: Path, entry: Entry | None, library: Library) -> Workspace:
    """Return the workspace that the content of jiayi.yaml makes."""
    if entry is None:
        return Workspace(root, None, {}, None, (), library)
    if entry.body is None:
        return Workspace(root, None, {}, None, (unreadable(entry),), library)
    source = read(entry.name, entry.body)
    if not isinstance(source.data, dict):
        findings = source.diagnostics or (_no_mapping(source),)
        return Workspace(root, None, {}, source, findings, library)
    merged = Merged(source, source.data, [Part((), source, ())])
    findings = (*source.diagnostics, *merged.locate(check(source.data, "workspace.json")))
    settings = None if has_errors(findings) else build(Settings, source.data)
    return Workspace(root, settings, source.data, source, findings, library)


def _no_mapping(source: Source) -> Diagnostic:
    message = Text("文件顶层应为“键: 值”", "the top level must be made of keys and values")
    return found(codes.NOT_A_MAPPING, message, source.span(()))


def unreadable(entry: Entry) -> Diagnostic:
    """Return the finding for a file or folder that the system does not let us read."""
    name, reason = entry.name, entry.problem
    return found(codes.UNREADABLE, Text(f"{name} 无法读取：{reason}", f"{name} cannot be read: {reason}"))
