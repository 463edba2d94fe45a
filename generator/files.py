"""What is on disk: where a workspace is, which projects it has, and their files as bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILE = "jiayi.yaml"
SPECS, TEMPLATES = "specs", "templates"
SUFFIXES = (".yaml", ".yml")
DATA, SHEETS = "data", (".csv", ".xlsx")
"""The folder of a project that tables lie in, and how they are named."""
HIDDEN = (".", "_", "~$")
"""How names begin that are nobody's project: hidden, put aside, an office program's own."""
PRINTED = (".docx", ".yaml")
"""What a workspace may put in place of a packaged template."""


class Entry(NamedTuple):
    """A file as it was read, or a folder with its entries; ``problem`` says why it cannot be read.

    ``body`` is ``None`` for a folder and for what cannot be read.
    """

    name: str
    body: bytes | None = None
    entries: tuple[Entry, ...] = ()
    is_folder: bool = False
    problem: str = ""


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that has a jiayi.yaml or specs/, else ``start`` itself."""
    folder = start if start.is_dir() else start.parent
    for candidate in (folder, *folder.parents):
        if (candidate / FILE).is_file() or (candidate / SPECS).is_dir():
            return candidate
    return folder


def projects(root: Path) -> tuple[Path, ...]:
    """Return the files and folders in ``specs/`` that are projects, by name."""
    folder = root / SPECS
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if not entry.name.startswith(HIDDEN)
                and (entry.name.lower().endswith(SUFFIXES) or entry.is_dir())
            )
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(folder / name for name in names)


def is_yaml(path: Path) -> bool:
    """Return whether ``path`` is named as a YAML file, in letters of either case."""
    return path.suffix.lower() in SUFFIXES


def is_sheet(path: Path) -> bool:
    """Return whether ``path`` is named as a table that can be imported."""
    return path.suffix.lower() in SHEETS


def is_data(entry: Entry) -> bool:
    """Return whether ``entry`` is the folder of a project that tables lie in."""
    return entry.is_folder and entry.name.rpartition("/")[2] == DATA


def visible(folder: Path) -> list[Path]:
    """Return the entries of ``folder`` by name, without hidden, temporary and underscored ones."""
    return sorted(
        (entry for entry in folder.iterdir() if not entry.name.startswith(HIDDEN)),
        key=lambda entry: entry.name,
    )


def name_of(root: Path, path: Path) -> str:
    """Return how findings name the file or folder ``path``: relative to the workspace where it lies in it."""
    return path.as_posix().removeprefix(f"{root.as_posix().removesuffix('/')}/")


def read_project(root: Path, path: Path) -> Entry:
    """Return the project in the file or folder ``path``: its YAML files, and the folders in it with theirs."""
    return _folder(root, path, 2) if path.is_dir() else read_file(root, path)


def read_file(root: Path, path: Path) -> Entry:
    """Return one file, or why it cannot be read."""
    name = name_of(root, path)
    try:
        return Entry(name, path.read_bytes())
    except OSError as error:
        return Entry(name, problem=error.strerror or str(error))


def _folder(root: Path, path: Path, depth: int) -> Entry:
    name = name_of(root, path)
    try:
        entries = tuple(_entries(root, path, depth))
    except OSError as error:
        return Entry(name, is_folder=True, problem=error.strerror or str(error))
    return Entry(name, entries=entries, is_folder=True)


def _entries(root: Path, path: Path, depth: int) -> Iterator[Entry]:
    for entry in visible(path):
        if entry.is_dir():
            yield (
                _folder(root, entry, depth - 1) if depth > 1 else Entry(name_of(root, entry), is_folder=True)
            )
        elif is_sheet(entry) if path.name == DATA else is_yaml(entry):
            yield read_file(root, entry)


def read_templates(root: Path) -> dict[str, bytes]:
    """Return the workspace's own templates, clauses and words by name, e.g. ``clauses/payment.yaml``.

    What cannot be read counts as empty, which every reader of a template reports.
    """
    packaged = (root / "generator").is_dir()  # this repository is a workspace itself
    return {} if packaged else read_folder(root / TEMPLATES)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the templates in ``folder`` by name, without hidden and temporary files."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in PRINTED and path.is_file())
    return {
        path.relative_to(folder).as_posix(): read_file(folder, path).body or b""
        for path in files
        if not path.name.startswith((".", "~$"))
    }


def digest(*parts: Entry | bytes | str | None) -> str:
    """Return the SHA-256 of ``parts``, each with its length, so that no two lists of parts have the same."""
    whole = hashlib.sha256()
    for part in parts:
        _add(whole, part)
    return whole.hexdigest()


def _add(whole: hashlib._Hash, part: Entry | bytes | str | None) -> None:
    if isinstance(part, Entry):
        _add(whole, f"{part.name}\0{part.is_folder}\0{part.problem}\0{len(part.entries)}")
        _add(whole, part.body)
        for entry in part.entries:
            _add(whole, entry)
        return
    body = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
    whole.update(b"-" if body is None else b"%d:" % len(body))
    whole.update(body or b"")
