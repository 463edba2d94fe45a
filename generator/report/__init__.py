"""Findings as text for people, and as JSON, GitHub commands or SARIF for programs; strings out, nothing printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.diagnostics import Diagnostic
from generator.report.machine import github, json_text, sarif
from generator.report.text import text

Reporter = Callable[[Sequence[Diagnostic], Mapping[str, str], str], str]

REPORTERS: dict[str, Reporter] = {
    "text": text,
    "json": json_text,
    "github": github,
    "sarif": sarif,
}

__all__ = ["REPORTERS", "Reporter"]
