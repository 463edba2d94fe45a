"""Notes what a document reads: sections of the project, templates of the workspace; and the hash of each."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from generator import __version__
from generator.diagnostics import Route
from generator.files import digest
from generator.load.merge import Merged
from generator.model.project import Project
from generator.resources import Library

SECTIONS = frozenset(section.name for section in fields(Project))


class TracedProject(Project):
    """A project that notes which of its sections are read, in ``read`` of :func:`traced`."""

    __slots__ = ("_read",)
    _read: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in SECTIONS:
            object.__getattribute__(self, "_read").add(name)
        return object.__getattribute__(self, name)


def traced(project: Project, read: set[str]) -> TracedProject:
    """Return ``project`` as one that puts the name of every section that is read into ``read``."""
    copy: TracedProject = object.__new__(TracedProject)
    object.__setattr__(copy, "_read", read)
    for section in SECTIONS:
        object.__setattr__(copy, section, getattr(project, section))
    return copy


@dataclass(frozen=True, slots=True)
class TracedLibrary(Library):
    """A library that notes in ``asked`` which templates, and which lists of templates, it was asked for."""

    asked: set[str] = field(default_factory=set)

    def read(self, name: str) -> bytes:
        """Return the bytes of a template, noting its name."""
        self.asked.add(name)
        return Library.read(self, name)

    def brings(self, name: str) -> bool:
        """Return whether the workspace has a template, noting its name."""
        self.asked.add(name)
        return Library.brings(self, name)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of templates, noting what they were asked by."""
        self.asked.add(f"{folder}/*{suffix}")
        return Library.names(self, folder, suffix)


@dataclass(frozen=True, slots=True)
class Hashes:
    """The hash of everything that a document of one project may be made from; each is computed when it is asked for."""

    data: Mapping[str, Any]
    library: Library
    fixed: Mapping[str, str]
    """What every document is made from: ``tool``, ``language``, ``page``, ``date``, ``commit``."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of each file of the project by its name."""

    _known: dict[str, str] = field(default_factory=dict)

    def of(self, label: str) -> str:
        """Return the hash of what ``label`` names: ``section …``, ``template …``, ``file …`` or a key of ``fixed``."""
        found = self._known.get(label)
        if found is None:
            found = self._known[label] = self._of(label)
        return found

    def _of(self, label: str) -> str:
        kind, _, name = label.partition(" ")
        if kind == "section":
            return _section(self.data, name)
        if kind == "template":
            return _template(self.library, name)
        if kind == "file":
            return _layout(self.texts.get(name, ""))
        return self.fixed.get(label, "")

    def made_from(
        self, sections: Iterable[str], templates: Collection[str], files: Iterable[str] = ()
    ) -> dict[str, str]:
        """Return label and hash of everything that a document was made from.

        A packaged template that was found by a list needs no label: the list has one, and the program has its hash.
        """
        lists = frozenset(name for name in templates if "*" in name)
        labels = (
            *self.fixed,
            *(f"section {name}" for name in sections),
            *(f"file {name}" for name in files),
            *(
                f"template {name}"
                for name in templates
                if name in self.library.own or not _listed(name, lists)
            ),
        )
        return {label: self.of(label) for label in sorted(labels)}


@dataclass(frozen=True, slots=True)
class TracedPlaces:
    """Where the values of a project stand, noting in ``asked`` the files of which lines were asked for."""

    merged: Merged | None
    asked: set[str] = field(default_factory=set)

    def where(self, route: Route) -> str:
        """Return the file and line of a place."""
        if self.merged is None:
            return ""
        span = self.merged.span(route)
        self.asked.add(span.file)
        return f"{span.file}:{span.line}"


@dataclass(frozen=True, slots=True)
class TracedOrigin:
    """Where a document comes from, by what it has read so far."""

    project: TracedProject
    read: set[str]
    hashes: Hashes
    epoch: datetime.datetime | None
    git_commit: str
    tool_version: str = __version__

    @property
    def created(self) -> datetime.datetime:
        """SOURCE_DATE_EPOCH where it is set, else the project's own date, UTC."""
        if self.epoch is not None:
            return self.epoch
        return datetime.datetime.combine(self.project.project.as_of, datetime.time(), datetime.UTC)

    @property
    def spec_hash(self) -> str:
        """SHA-256 of the sections that have been read, by name."""
        return digest(*(f"{name} {self.hashes.of(f'section {name}')}" for name in sorted(self.read)))


def _listed(name: str, lists: frozenset[str]) -> bool:
    folder, _, file = name.rpartition("/")
    return name not in lists and f"{folder}/*.{file.rpartition('.')[2]}" in lists


def _section(data: Mapping[str, Any], name: str) -> str:
    # repr tells 1 from 1.0, True and "1", and keeps the order of keys, in which some things are printed
    return digest(repr(data[name]))[:32] if name in data else "-"


def _layout(text: str) -> str:
    """Return a hash of what stands on which line; values that change within their lines leave it as it is."""
    return digest(*(line.partition(":")[0] for line in text.split("\n")))[:32]


def _template(library: Library, name: str) -> str:
    folder, star, suffix = name.partition("*")
    if star:
        own = (key for key in library.own if key.startswith(folder) and key.endswith(suffix))
        return digest(*sorted(own))[:32]
    return digest(library.own[name])[:32] if name in library.own else "-"
