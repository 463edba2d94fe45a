"""The clause library: each YAML file of ``clauses/`` is one article or annex; the workspace's own file comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from generator import shelf
from generator.diagnostics import Code, Diagnostic, Place, Severity, Span, Text, found, has_errors
from generator.model.profile import ProjectKind
from generator.resources import Library
from generator.shape import check
from generator.source import Source, locate, read

FOLDER, SUFFIX, SCHEMA = "clauses", ".yaml", "clause.json"

NAME = Code(
    "T161",
    Severity.ERROR,
    Text("条款编号与文件名不一致", "A clause id that is not the file's name"),
    Text(
        "条款文件的 id 须与文件名（不含 .yaml）一致：其他条款和风险登记册按文件名引用它。",
        "The id of a clause file is the file's name without .yaml: other clauses and the risk register refer to it.",
    ),
)


class ClausePart(StrEnum):
    """Where a clause stands: in the body or behind it."""

    ARTICLE = "article"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Articles of one law that a clause rests on."""

    law: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paragraph with its items, a table, or a heading; ``each`` is a path to a list, ``name`` what it is read as."""

    text: str | None = None
    table: str | None = None
    section: str | None = None
    when: str | None = None
    each: str | None = None
    name: str = ""
    plain: bool = False
    items: tuple[Entry, ...] = ()
    place: Span | Place = field(compare=False)


class Grade(StrEnum):
    """How far an alternative goes from the standard text."""

    ACCEPTABLE = "acceptable"
    LAST_RESORT = "last_resort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A text that a project may choose in place of the standard one, and who has to approve that."""

    id: str
    grade: Grade
    approver: str
    text: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One file of the library; titles and texts are by language."""

    id: str
    order: int
    part: ClausePart
    kinds: tuple[ProjectKind, ...]
    when: str | None
    statutes: tuple[Basis, ...]
    cuad: tuple[int, ...] = ()
    title: Mapping[str, str]
    text: Mapping[str, tuple[Entry, ...]]
    alternatives: tuple[Alternative, ...] = ()
    place: Span | Place = field(compare=False)


def load(library: Library) -> tuple[tuple[Clause, ...], tuple[Diagnostic, ...]]:
    """Return every clause by order and id, and what is wrong with the files of those that cannot be read."""
    clauses, findings = list[Clause](), list[Diagnostic]()
    for name in library.names(FOLDER, SUFFIX):
        clause, problems = _parse(name, library.read(name))
        clauses += [clause] if clause else []
        findings += problems
    return tuple(sorted(clauses, key=lambda clause: (clause.order, clause.id))), tuple(findings)


@lru_cache(maxsize=512)
def _parse(name: str, raw: bytes) -> tuple[Clause | None, tuple[Diagnostic, ...]]:
    return shelf.recall("clause", (name, raw), lambda: _read(name, raw))


def _read(name: str, raw: bytes) -> tuple[Clause | None, tuple[Diagnostic, ...]]:
    source = read(name, raw)
    findings = list(source.diagnostics)
    if not has_errors(findings):
        findings += _located(source, check(source.data, SCHEMA))
    if has_errors(findings) or not isinstance(source.data, dict):
        return None, tuple(findings)
    stem = PurePosixPath(name).stem
    if source.data["id"] != stem:
        message = Text(f"条款编号应为 {stem}", f"the clause id must be {stem}")
        return None, (*findings, found(NAME, message, source.span(("id",))))
    return _clause(source, source.data), tuple(findings)


def _located(source: Source, findings: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    for finding in findings:
        where = finding.location
        span = locate(source, where) if isinstance(where, Place) else where
        yield Diagnostic(finding.code, finding.severity, finding.message, span, finding.hint)


def _clause(source: Source, data: Mapping[str, Any]) -> Clause:
    return Clause(
        id=data["id"],
        order=data["order"],
        part=ClausePart(data.get("part", ClausePart.ARTICLE)),
        kinds=tuple(ProjectKind(kind) for kind in data.get("kinds", ProjectKind)),
        when=data.get("when"),
        statutes=tuple(
            Basis(law=each["law"], articles=tuple(each["articles"])) for each in data.get("statutes", ())
        ),
        cuad=tuple(data.get("cuad", ())),
        title=dict(data["title"]),
        text=_by_language(source, data["text"], ("text",)),
        alternatives=tuple(
            Alternative(
                id=each["id"],
                grade=Grade(each["grade"]),
                approver=each["approver"],
                text=_by_language(source, each["text"], ("alternatives", index, "text")),
            )
            for index, each in enumerate(data.get("alternatives", ()))
        ),
        place=source.span(()),
    )


def _by_language(
    source: Source, texts: Mapping[str, Any], route: tuple[str | int, ...]
) -> dict[str, tuple[Entry, ...]]:
    return {language: _entries(source, each, (*route, language)) for language, each in texts.items()}


def _entries(source: Source, texts: list[Any], route: tuple[str | int, ...]) -> tuple[Entry, ...]:
    return tuple(_entry(source, text, (*route, index)) for index, text in enumerate(texts))


def _entry(source: Source, text: Any, route: tuple[str | int, ...]) -> Entry:
    if isinstance(text, str):
        return Entry(text=text, place=source.span(route))
    return Entry(
        text=text.get("text"),
        table=text.get("table"),
        section=text.get("section"),
        when=text.get("when"),
        each=text.get("each"),
        name=text.get("as", ""),
        plain=text.get("plain", False),
        items=_entries(source, text.get("items", []), (*route, "items")),
        place=source.span(route),
    )
