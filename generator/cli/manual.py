"""``jiayi explain``: the manual page of a code, found where the check is written."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import click

import generator
from generator.diagnostics import Code, Statute, Text
from generator.report.text import NAMES
from generator.shape.near import did_you_mean


def codes() -> dict[str, Code]:
    """Return every code of the program by id, gathered from the modules that define them."""
    return {code.id: code for code in _defined()}


def _defined() -> Iterator[Code]:
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, Code):
                    yield value


def page(code: str, language: str) -> str:
    """Return the manual page of ``code``; raises ``click.UsageError`` where there is no such code."""
    known = codes()
    entry = known.get(code.upper())
    if entry is None:
        near = did_you_mean(code.upper(), known)
        text = Text(f"没有代码 {code}。", f"there is no code {code}. ")
        raise click.UsageError(text.of(language) + (near.of(language) if near else ", ".join(sorted(known))))
    head = f"{entry.id} · {entry.title.of(language)} ({NAMES[entry.severity].of(language)})"
    statutes = [_statute(statute, language) for statute in entry.statutes]
    return "\n\n".join([click.style(head, bold=True), entry.manual.of(language), *statutes])


def _statute(statute: Statute, language: str) -> str:
    law = statute.law
    since = Text(f"{law.effective} 起施行", f"in force since {law.effective}").of(language)
    until = Text(f"，{law.until} 起失效", f", until {law.until}").of(language) if law.until else ""
    quote = f"\n    {statute.quote}" if statute.quote else ""
    return f"{statute}（{since}{until}）{quote}"
