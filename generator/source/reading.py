"""One text to data: parse, and where the syntax is broken repair it in memory to find what else is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import yaml

from generator.diagnostics import Diagnostic, Route
from generator.source import tabs
from generator.source.characters import Y110, capped, printable
from generator.source.colons import Repair
from generator.source.compose import Composer, Events
from generator.source.stream import directives
from generator.source.tree import Lines, Node

ATTEMPTS = 12
"""How often a text with syntax errors is parsed at most."""

WORK = 4_000_000
"""How many characters are parsed at most to find further syntax errors."""

PARSER: Callable[[str], Events] = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says; ``data`` is ``None`` if its syntax is broken; for ``bases`` see ``tree.find``."""

    data: object
    root: Node | None
    findings: tuple[Diagnostic, ...]
    bases: Mapping[Route, int] = field(default_factory=dict)


def understand(lines: Lines, parser: Callable[[str], Events] = PARSER) -> Reading:
    """Return the data of a text and all problems of syntax, keys, tags, aliases and scalars."""
    text, problems = directives(lines, printable(lines.text))
    syntax = dict.fromkeys(problems)
    broken = False
    for attempt in range(1, ATTEMPTS + 1):
        composer = Composer(lines, text)
        findings, repairs = _attempt(composer, lines, text, parser)
        if not findings:
            usable = not broken and not composer.stopped
            told = (*syntax, *_elsewhere(composer.findings, syntax))
            return Reading(composer.data if usable else None, composer.root, tuple(capped(iter(told))))
        broken = broken or any(finding.code != Y110.id for finding in findings)
        known = len(syntax)
        syntax.update(dict.fromkeys(findings))
        if not repairs or len(syntax) == known or attempt * len(text) > WORK:
            break
        text = _repaired(text, repairs)
    return Reading(None, None, tuple(capped(iter(syntax))))


def _attempt(
    composer: Composer, lines: Lines, text: str, parser: Callable[[str], Events]
) -> tuple[tuple[Diagnostic, ...], tuple[Repair, ...]]:
    """Return the next syntax errors and their repairs; none if the text could be parsed."""
    failure: yaml.YAMLError | ValueError | None = None
    try:
        composer.run(parser(text))
    except (yaml.YAMLError, ValueError) as error:
        failure = error
    whole = failure is None and not composer.stopped
    if "\t" in text and (
        strays := tabs.stray(lines, text, composer.shields, len(text) if whole else composer.end)
    ):
        return _tabs(lines, text, strays)
    if failure is None:
        return (), ()
    from generator.source.syntax import explain  # noqa: PLC0415  # a sound file needs none of it

    mistake = explain(failure, text, lines)
    return mistake.findings, mistake.repairs


def _tabs(lines: Lines, text: str, strays: list[int]) -> tuple[tuple[Diagnostic, ...], tuple[Repair, ...]]:
    """Return the findings for tabs up to the first whose replacement would change the meaning."""
    findings: list[Diagnostic] = []
    for at in strays:
        finding, harmless = tabs.describe(lines, text, at)
        findings.append(finding)
        if not harmless:
            return tuple(findings), ()
    return tuple(findings), tuple(Repair(at, " ") for at in strays)


def _repaired(text: str, repairs: tuple[Repair, ...]) -> str:
    characters = list(text)
    for repair in repairs:
        characters[repair.at : repair.at + len(repair.text)] = repair.text
    return "".join(characters)


def _elsewhere(findings: list[Diagnostic], syntax: dict[Diagnostic, None]) -> list[Diagnostic]:
    """Return the findings in lines without a syntax error: repairs invent the values of those."""
    lines = {getattr(finding.location, "line", 0) for finding in syntax}
    return [finding for finding in findings if getattr(finding.location, "line", 0) not in lines]
