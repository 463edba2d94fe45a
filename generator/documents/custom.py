"""Kinds that a workspace adds by a template of its own: ``templates/<language>/<name>.docx``, one per project."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

from generator.diagnostics import Text
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project
from generator.resources import Library


def custom_kinds(library: Library, language: str) -> tuple[DocumentKind, ...]:
    """Return a kind for every Word template of the workspace that does not stand in for a packaged one."""
    names = (name for name in library.names(language, ".docx") if not library.packaged(name))
    return tuple(_kind(name) for name in names)


def _kind(name: str) -> DocumentKind:
    stem = PurePosixPath(name).stem
    return DocumentKind(stem, Text(stem, stem), ".docx", partial(_items, stem), partial(_render, name))


def _items(stem: str, _: Project) -> tuple[Item, ...]:
    return (Item("", stem, ()),)


def _render(name: str, job: Job) -> Rendered:
    raise NotImplementedError(name, job)
