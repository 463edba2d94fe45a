"""What a kind of document is: which documents of it a project has, and how one becomes bytes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Protocol

from generator.diagnostics import Diagnostic, Route, Text
from generator.model.project import Project
from generator.model.value import record
from generator.model.workspace import Page
from generator.resources import Library


class Origin(Protocol):
    """Where a document comes from; written into its properties, and asked for last.

    ``spec_hash`` is of what the document has read of the project, so it is known when nothing more is read.
    """

    @property
    def created(self) -> datetime.datetime:
        """The time that the document bears, with a time zone."""

    @property
    def spec_hash(self) -> str:
        """SHA-256 of the parts of the project that the document is made from."""

    @property
    def git_commit(self) -> str:
        """The last commit that changed the project, empty where git does not know it."""

    @property
    def tool_version(self) -> str:
        """The version of this program."""


@record
class Provenance:
    """An origin that is known beforehand."""

    created: datetime.datetime
    spec_hash: str
    git_commit: str
    tool_version: str


@record
class Item:
    """One document of a kind: ``key`` tells it from others of its kind, ``stem`` names the file, ``route`` its data."""

    key: str
    stem: str
    route: Route


def nowhere(_: Route) -> str:
    """Return nothing: the place of a project that was read from no file."""
    return ""


@record
class Job:
    """All that one document is made from; ``where`` gives the file and line of a place, such as ``specs/a.yaml:12``."""

    project: Project
    item: Item
    language: str
    library: Library
    provenance: Origin
    page: Page = Page.COMPACT
    where: Callable[[Route], str] = nowhere


@record
class Rendered:
    """The bytes of one document, or ``None`` with the findings that say why not."""

    body: bytes | None
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class DocumentKind:
    """A kind of document; the module that defines one names it ``KIND`` and is found by that.

    Kinds are made in their ``order``, those of one order by module name. ``internal`` ones are for Party A alone: only they
    may print what the schemas mark ``x-internal``.
    """

    name: str
    title: Text
    suffix: str
    items: Callable[[Project], tuple[Item, ...]]
    render: Callable[[Job], Rendered]
    order: int = 50
    internal: bool = False
