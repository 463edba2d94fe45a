"""The workspace: where its projects are, and what it sets for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Text, found, has_errors
from generator.load import codes
from generator.load.merge import Merged, Part
from generator.model.workspace import Workspace as Settings
from generator.resources import Library
from generator.shape import check
from generator.source import Source, read
from generator.structure import build

FILE = "jiayi.yaml"
SUFFIXES = (".yaml", ".yml")


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

    @property
    def output(self) -> Path:
        """Return the folder that documents are written into."""
        return self.root / "output"

    @property
    def library(self) -> Library:
        """Return the templates as this workspace sees them."""
        folder = self.root / "templates"
        packaged = (self.root / "generator").is_dir()  # this repository is a workspace itself
        return Library(None if packaged or not folder.is_dir() else folder)

    @property
    def language(self) -> str:
        """Return the language of the documents."""
        return str(self.settings.language) if self.settings else "zh-CN"


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that has a jiayi.yaml or specs/, else ``start`` itself."""
    folder = start if start.is_dir() else start.parent
    for candidate in (folder, *folder.parents):
        if (candidate / FILE).is_file() or (candidate / "specs").is_dir():
            return candidate
    return folder


def open_workspace(root: Path) -> Workspace:
    """Return the workspace at ``root`` with all that is wrong with its own file."""
    path = root / FILE
    if not path.exists():
        return Workspace(root, None, {}, None, ())
    source, unread = read_file(root, path)
    if source is None:
        return Workspace(root, None, {}, None, unread)
    if not isinstance(source.data, dict):
        return Workspace(root, None, {}, source, source.diagnostics or (_no_mapping(source),))
    merged = Merged(source, source.data, [Part((), source, ())])
    findings = (*source.diagnostics, *merged.locate(check(source.data, "workspace.json")))
    settings = None if has_errors(findings) else build(Settings, source.data)
    return Workspace(root, settings, source.data, source, findings)


def _no_mapping(source: Source) -> Diagnostic:
    message = Text("文件顶层应为“键: 值”", "the top level must be made of keys and values")
    return found(codes.NOT_A_MAPPING, message, source.span(()))


def projects(root: Path) -> tuple[Path, ...]:
    """Return the files and folders in ``specs/`` that are projects, by name."""
    folder = root / "specs"
    if not folder.is_dir():
        return ()
    return tuple(entry for entry in visible(folder) if entry.is_dir() or is_yaml(entry))


def is_yaml(path: Path) -> bool:
    """Return whether ``path`` is named as a YAML file, in letters of either case."""
    return path.suffix.lower() in SUFFIXES


def visible(folder: Path) -> list[Path]:
    """Return the entries of ``folder`` by name, without hidden, temporary and underscored ones."""
    return sorted(
        (entry for entry in folder.iterdir() if not entry.name.startswith((".", "_", "~$"))),
        key=lambda entry: entry.name,
    )


def read_file(root: Path, path: Path) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the file at ``path`` as read, or the finding that says why it cannot be."""
    try:
        return read(name_of(root, path), path.read_bytes()), ()
    except OSError as error:
        return None, (unreadable(root, path, error),)


def name_of(root: Path, path: Path) -> str:
    """Return how findings name the file or folder ``path``: relative to the workspace where it lies in it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def unreadable(root: Path, path: Path, error: OSError) -> Diagnostic:
    """Return the finding for a file or folder that the system does not let us read."""
    name, reason = name_of(root, path), error.strerror or str(error)
    return found(codes.UNREADABLE, Text(f"{name} 无法读取：{reason}", f"{name} cannot be read: {reason}"))
