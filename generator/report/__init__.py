"""Findings as text for people, and as JSON, GitHub commands or SARIF for programs; strings out, nothing printed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence

from generator.diagnostics import Diagnostic

Reporter = Callable[[Sequence[Diagnostic], Mapping[str, str], str], str]

FORMATS = {
    "text": "text.text",
    "json": "machine.json_text",
    "github": "machine.github",
    "sarif": "machine.sarif",
}
"""The function that writes each format; its module is imported when it is asked for."""


def reporter(form: str) -> Reporter:
    """Return the function that writes findings as ``form``, a key of ``FORMATS``."""
    module, _, name = FORMATS[form].partition(".")
    found: Reporter = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    return found
