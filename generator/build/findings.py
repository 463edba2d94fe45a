"""Diagnostics as plain lists for the manifest, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.diagnostics import Diagnostic, Related, Severity, Span, Text


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
        )
        for code, severity, message, span, hint, related in lists
    )


def packed_span(location: object) -> list[Any] | None:
    """Return a position as a list, ``None`` for what is none."""
    if not isinstance(location, Span):
        return None
    return [location.file, location.line, location.column, location.end_line, location.end_column]


def unpacked_span(data: list[Any] | None) -> Span | None:
    """Return the position that :func:`packed_span` was given."""
    return Span(*data) if data else None


def _text(text: Text) -> list[str]:
    return [text.zh, text.en]
