"""Kinds that a workspace adds by a template of its own: ``templates/<language>/<name>.docx``, one for each project."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project
from generator.resources import Library


def custom_kinds(library: Library, language: str) -> tuple[DocumentKind, ...]:
    """Return a kind for every Word template of the workspace that does not stand in for a packaged one."""
    names = (name for name in library.names(language, ".docx") if not library.packaged(name))
    return tuple(_kind(PurePosixPath(name)) for name in names)


def _kind(name: PurePosixPath) -> DocumentKind:
    title = Text(name.stem, name.stem)
    return DocumentKind(name.stem, title, ".docx", partial(_items, name.stem), partial(_render, name))


def _items(stem: str, _: Project) -> tuple[Item, ...]:
    return (Item("", stem, ()),)


def _render(name: PurePosixPath, job: Job) -> Rendered:
    """Return the document; the template sees what clauses see: every section and what is derived from it."""
    title = f"{name.stem} {job.project.project.name}"
    return word.render(job, name.name, scope(job.project), title, job.project.contract.number)
