"""The one way to reach packaged schemas and templates, and the workspace's own templates before them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


def schemas() -> Traversable:
    """Return the folder of packaged JSON Schemas."""
    return resources.files("generator.schemas")


def templates() -> Traversable:
    """Return the folder of packaged templates, clauses, starters and fonts."""
    return resources.files("generator.templates")


def as_folder(folder: Traversable) -> AbstractContextManager[Path]:
    """Return a context in which the packaged ``folder`` is a real one on disk."""
    return resources.as_file(folder)


@dataclass(frozen=True, slots=True)
class Library:
    """Templates by name, e.g. ``zh-CN/contract.docx``: the workspace's own file first, then the packaged one."""

    overrides: Path | None = None

    def read(self, name: str) -> bytes:
        """Return the bytes of the template ``name``; raise ``FileNotFoundError`` where neither place has it."""
        own = self.own(name)
        return own.read_bytes() if own is not None else templates().joinpath(name).read_bytes()

    def own(self, name: str) -> Path | None:
        """Return the workspace's own file called ``name``, if there is one."""
        if self.overrides is None:
            return None
        path = self.overrides / name
        return path if path.is_file() else None

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names (with folder) of all templates in ``folder`` ending in ``suffix``, sorted."""
        found = set(_names(templates().joinpath(folder), suffix))
        if self.overrides is not None:
            found.update(_names(self.overrides / folder, suffix))
        return tuple(f"{folder}/{name}" for name in sorted(found))

    def packaged(self, name: str) -> bool:
        """Return whether the program itself ships a template called ``name``."""
        return templates().joinpath(name).is_file()


def _names(folder: Traversable, suffix: str) -> Iterator[str]:
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.is_file() and entry.name.endswith(suffix) and not entry.name.startswith(("~$", ".")):
                yield entry.name
