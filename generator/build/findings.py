"""Diagnostics as plain lists for the manifest, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.diagnostics import Diagnostic, Law, Related, Severity, Span, Statute, Text


def packed(diagnostics: Iterable[Diagnostic]) -> list[Any]:
    """Return located diagnostics as lists, texts and numbers."""
    return [
        [
            one.code,
            one.severity.value,
            _text(one.message),
            packed_span(one.location),
            _text(one.hint) if one.hint else None,
            [[_text(related.message), packed_span(related.location)] for related in one.related],
            [_statute(statute) for statute in one.statutes],
        ]
        for one in diagnostics
    ]


def unpacked(lists: Iterable[Any]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that :func:`packed` was given; raises ``ValueError`` or ``TypeError`` for anything else."""
    return tuple(
        Diagnostic(
            code,
            Severity(severity),
            Text(*message),
            unpacked_span(span),
            Text(*hint) if hint else None,
            tuple(Related(Text(*text), Span(*where)) for text, where in related),
            tuple(
                Statute(Law(title, date.fromisoformat(day), until and date.fromisoformat(until), text), *rest)
                for title, day, until, text, *rest in statutes
            ),
        )
        for code, severity, message, span, hint, related, statutes in lists
    )


def packed_span(location: object) -> list[Any] | None:
    """Return a position as a list, ``None`` for what is none."""
    if not isinstance(location, Span):
        return None
    return [location.file, location.line, location.column, location.end_line, location.end_column]


def unpacked_span(data: list[Any] | None) -> Span | None:
    """Return the position that :func:`packed_span` was given."""
    return Span(*data) if data else None


def _statute(statute: Statute) -> list[str | None]:
    law = statute.law
    until = law.until.isoformat() if law.until else None
    return [law.title, law.effective.isoformat(), until, law.text, statute.article, statute.quote]


def _text(text: Text) -> list[str]:
    return [text.zh, text.en]
