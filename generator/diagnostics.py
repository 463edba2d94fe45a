"""Values that say what is wrong, where, and what to do; every stage returns them, none prints them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Route = tuple[str | int, ...]
"""Keys and indexes from the root of a document to one value, e.g. ``("kpis", 2, "weight")``."""


class Severity(StrEnum):
    """How grave a finding is; only ``ERROR`` keeps a document from being made."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Text:
    """One statement in both languages of the product."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """Return the statement in ``language``: Chinese for ``zh`` and ``zh-…``, English otherwise."""
        return self.zh if language.lower().startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Place:
    """A symbolic position: a key or value named by its route; ``source.locate`` makes a :class:`Span` of it.

    ``within`` are the first character of a text that is meant and the one after the last.
    """

    route: Route
    part: Literal["key", "value"] = "value"
    within: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A position in a file: 1-based lines and columns (in characters), the end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Law:
    """One text of a law, called e.g. 2025年修订; ``until`` is the first day on which it is no longer in force."""

    title: str
    effective: datetime.date
    until: datetime.date | None = None
    text: str = ""

    def is_in_force(self, day: datetime.date) -> bool:
        """Return whether this text is in force on ``day``."""
        return self.effective <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Statute:
    """A provision that a check rests on, with a passage of it."""

    law: Law
    article: str
    quote: str = ""

    def __str__(self) -> str:
        """Return it as it is cited, e.g. 《中华人民共和国仲裁法》（2025年修订）第二十九条."""
        text = f"（{self.law.text}）" if self.law.text else ""
        return f"《{self.law.title}》{text}{self.article}"


@dataclass(frozen=True, slots=True)
class Code:
    """What one diagnostic code means: the manual page stands where the check stands.

    ``id`` is a family letter (Y text, S shape, C contract, M money, D dates, K KPI, R risk, P process, L law,
    T template, W workspace) and three digits. ``statutes`` are its provisions in all their texts; the day of a contract
    says which of them it may cite.
    """

    id: str
    severity: Severity
    title: Text
    manual: Text
    statutes: tuple[Statute, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A second position that explains the first, with what it shows."""

    message: Text
    location: Place | Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``location`` is ``None`` only where no file is concerned; ``statutes`` are what it rests on."""

    code: str
    severity: Severity
    message: Text
    location: Place | Span | None = None
    hint: Text | None = None
    related: tuple[Related, ...] = field(default=())
    statutes: tuple[Statute, ...] = ()


def found(
    code: Code,
    message: Text,
    location: Place | Span | None = None,
    *,
    hint: Text | None = None,
    related: Iterable[Related] = (),
    statutes: Iterable[Statute] | None = None,
) -> Diagnostic:
    """Return a diagnostic with the identity and severity of ``code``, and its statutes unless some of them are given."""
    basis = code.statutes if statutes is None else tuple(statutes)
    return Diagnostic(code.id, code.severity, message, location, hint, tuple(related), basis)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any finding is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings by file and position, each once, those without a position first."""

    def key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
        where = diagnostic.location
        if isinstance(where, Span):
            return (where.file, where.line, where.column, diagnostic.code)
        return ("", 0, 0, diagnostic.code)

    return tuple(sorted(dict.fromkeys(diagnostics), key=key))


class GeneratorError(Exception):
    """An expected failure of the environment (disk, permission, missing program), told to the user as it is."""

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint
