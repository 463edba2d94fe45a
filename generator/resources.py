"""The one way to reach packaged schemas and templates, and the workspace's own templates before them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cache, lru_cache
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
    """Templates by name, e.g. ``zh-CN/contract.docx``: what the workspace brings first (``own``), then the packaged one."""

    own: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """Return the bytes of the template ``name``; raise ``FileNotFoundError`` where neither place has it."""
        body = self.own.get(name)
        return _packaged(name) if body is None else body

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names (with folder) of all templates in ``folder`` ending in ``suffix``, sorted."""
        own = (name for name in self.own if name.rpartition("/")[0] == folder and name.endswith(suffix))
        return tuple(sorted({*own, *_names(folder, suffix)}))

    def brings(self, name: str) -> bool:
        """Return whether the workspace has a template called ``name``."""
        return name in self.own

    def packaged(self, name: str) -> bool:
        """Return whether the program itself ships a template called ``name``."""
        return templates().joinpath(name).is_file()


@lru_cache(maxsize=256)
def _packaged(name: str) -> bytes:
    """Return a packaged template; a program that runs does not change."""
    return templates().joinpath(name).read_bytes()


@cache
def _names(folder: str, suffix: str) -> tuple[str, ...]:
    place = templates().joinpath(folder)
    entries = place.iterdir() if place.is_dir() else ()
    return tuple(f"{folder}/{one.name}" for one in entries if one.is_file() and one.name.endswith(suffix))
