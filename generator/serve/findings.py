"""Findings as the page shows them: ordered, with the source around them, free of characters that hide or turn text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, Span, Text

AROUND = 2
"""Lines that a source frame shows before and after its own."""

WIDTH = 240
"""Characters that a source frame shows of a line, before, within and after what is marked."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Source lines around a finding: those above, the line itself cut in three, those below; ``first`` is 1-based."""

    first: int
    above: tuple[str, ...]
    before: str
    marked: str
    after: str
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with the provisions it rests on as they are cited; ``line`` and ``column`` are 1-based and 0 where no file is concerned."""

    code: str
    severity: Severity
    message: Text
    hint: Text | None
    statutes: tuple[str, ...]
    file: str
    line: int
    column: int
    frame: Frame | None


def findings(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> Iterator[Finding]:
    """Yield each finding once, errors first; ``sources`` are the texts of files by name."""
    rank = list(Severity)
    for one in sorted(dict.fromkeys(diagnostics), key=lambda finding: rank.index(finding.severity)):
        place = one.location if isinstance(one.location, Span) else None
        yield Finding(
            one.code,
            one.severity,
            shown_text(one.message),
            shown_text(one.hint) if one.hint else None,
            tuple(map(str, one.statutes)),
            place.file if place else "",
            place.line if place else 0,
            place.column if place else 0,
            frame(place, sources.get(place.file, "")) if place else None,
        )


def frame(span: Span, source: str) -> Frame | None:
    """Return the lines of ``source`` around ``span``, ``None`` where it has no such line."""
    lines = source.split("\n")
    if not source or span.line > len(lines):
        return None
    at = span.line - 1
    line = lines[at].rstrip("\r")
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    end = max(start, end)
    before = line[max(0, start - WIDTH) : start]
    above = tuple(shown(one[:WIDTH]) for one in lines[max(0, at - AROUND) : at])
    below = tuple(shown(one[:WIDTH]) for one in lines[at + 1 : at + 1 + AROUND])
    cut = "…" if start > WIDTH else ""
    return Frame(
        span.line - len(above),
        above,
        cut + shown(before),
        shown(line[start : min(end, start + WIDTH)]),
        shown(line[end : end + WIDTH]),
        below,
    )


def shown(text: str) -> str:
    """Return ``text`` with tabs as blanks, and a sign for each character that is invisible or turns the direction."""
    return "".join(
        " " if char in "\t\n\r" else "�" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char
        for char in text
    )


def shown_text(text: Text) -> Text:
    """Return both languages of ``text`` as :func:`shown` does."""
    return Text(shown(text.zh), shown(text.en))
