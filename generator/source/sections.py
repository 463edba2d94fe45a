"""A text read section by section, so that one read again costs only the sections that changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import yaml

from generator.diagnostics import Route
from generator.model.value import record
from generator.source.compose import Composer
from generator.source.reading import PARSER, Reading
from generator.source.tree import Entry, Lines

if TYPE_CHECKING:
    from generator.source import Source

MOST = 500
"""A text of more sections, or a list of more entries, is read as a whole: a parser for each costs more than it saves."""

LONG = 1500
"""A list of more characters is read entry by entry."""

_KEY = r"[A-Za-z_][A-Za-z0-9_-]*:(?=[ \n]|\Z)"
_STARTS = re.compile(f"^{_KEY}", re.MULTILINE)
_FOREIGN = re.compile(rf"^(?=[^ \n#])(?!-[ \n]|{_KEY})", re.MULTILINE)
_HEAD = re.compile(r"(?: *(?:#.*)?\n)*")
_LIST = re.compile(r"(?P<key>[^:]+):\n(?: *(?:#.*)?\n)*(?P<indent> +)-[ \n]")


@record
class Section:
    """A top-level key with its value; all offsets, also ``end`` of what is written, count from its first character.

    ``parts`` are the entries of a list that were read one by one: what to add to their offsets, text and result.
    """

    key: str
    value: object
    entry: Entry
    end: int
    parts: tuple[tuple[int, str, Section], ...] = ()


Sections: TypeAlias = dict[str, Section]
"""Sections by their text."""


@record
class _Last:
    raw: bytes
    source: Source
    sections: Sections


class Memory:
    """What was read last under each name; of more than ``files`` names the one read longest ago is forgotten.

    What comes out of it is shared by all who read the same: nobody changes the data of a source.
    """

    __slots__ = ("_files", "_last")

    def __init__(self, files: int = 1000) -> None:
        self._files = files
        self._last: dict[str, _Last] = {}

    def recall(self, name: str, raw: bytes) -> Source | None:
        """Return the file as it was read, if the very same bytes were read last under ``name``."""
        last = self._last.get(name)
        if last is None or last.raw != raw:
            return None
        self._last[name] = self._last.pop(name)
        return last.source

    def sections(self, name: str) -> Sections:
        """Return the sections of the file read last under ``name``."""
        last = self._last.get(name)
        return last.sections if last else {}

    def keep(self, raw: bytes, source: Source, sections: Sections) -> None:
        """Remember a file and its sections in place of what was read before under its name."""
        self._last.pop(source.file, None)
        self._last[source.file] = _Last(raw, source, sections)
        while len(self._last) > self._files:
            del self._last[next(iter(self._last))]


def by_section(lines: Lines, known: Mapping[str, Section]) -> tuple[Reading | None, Sections]:
    """Return what ``reading.understand`` would, unless that takes the whole text; and the sections that were read.

    ``characters.inspect`` has found nothing in the text. A section ends where a line begins with the next key. Where every section is a document of its own, of one key and
    without a finding, no quote, bracket or block was open at its end: put together they are read the same.
    """
    read: Sections = {}
    found: list[tuple[int, Section]] = []
    for at, piece in _pieces(lines.text):
        section = known.get(piece) or _listed(lines.file, piece, known) or _section(lines.file, piece)
        if section is None:
            return None, read
        read[piece] = section
        read.update({text: part for _, text, part in section.parts})
        found.append((at, section))
    data = {section.key: section.value for _, section in found}
    if not found or len(data) < len(found):
        return None, read
    bases: dict[Route, int] = {}
    for at, section in found:
        bases[(section.key,)] = at
        bases |= {(section.key, index): at + shift for index, (shift, _, _) in enumerate(section.parts)}
    start, end = found[0][0], found[-1][0] + found[-1][1].end
    root = (start, end, {section.key: section.entry for _, section in found})
    return Reading(data, root, (), bases), read


def _pieces(text: str) -> list[tuple[int, str]]:
    """Return the sections of a text with their offsets; none where lines stand between them or tabs are used."""
    if "\t" in text or _FOREIGN.search(text):
        return []
    starts = [match.start() for match in _STARTS.finditer(text)]
    if not 0 < len(starts) <= MOST or not _HEAD.fullmatch(text, 0, starts[0]):
        return []
    return [(at, text[at:stop]) for at, stop in zip(starts, [*starts[1:], len(text)], strict=True)]


def _listed(file: str, piece: str, known: Mapping[str, Section]) -> Section | None:
    """Return a section that is a long list, its entries read one by one, each below the key: what is true of sections
    is true of the entries that begin at one indentation.
    """
    match = _LIST.match(piece) if len(piece) > LONG else None
    if match is None:
        return None
    key, indent, head = match["key"], match["indent"], f"{match['key']}:\n"
    starts = [found.start() for found in re.finditer(rf"^{indent}-(?=[ \n]|\Z)", piece, re.MULTILINE)]
    if len(starts) > MOST:
        return None
    first = len(head) + len(indent)
    end, values, nodes, parts = len(key), [], [], []
    for at, stop in zip(starts, [*starts[1:], len(piece)], strict=True):
        text, shift = head + piece[at:stop], at - len(head)
        part = known.get(text) or _section(file, text)
        children = part.entry[2][2] if part is not None and part.entry[2][0] == first else None
        if (
            part is None
            or not isinstance(part.value, list)
            or not isinstance(children, list)
            or len(children) > 1
        ):
            return None
        end = max(end, shift + part.end) if part.end > len(head) else end
        values += part.value
        nodes += children
        parts.append((shift, text, part))
    start = starts[0] + len(indent)
    return Section(key, values, (0, len(key), (start, max(start, end), nodes)), end, tuple(parts))


def _section(file: str, piece: str) -> Section | None:
    composer = Composer(Lines.of(file, piece), piece)
    try:
        composer.run(PARSER(piece))
    except (yaml.YAMLError, ValueError):
        return None
    data, root = composer.data, composer.root
    if not composer.plain or root is None or not isinstance(data, dict) or not isinstance(root[2], dict):
        return None
    if len(data) != 1:
        return None
    (key, value), entry = next(iter(data.items())), next(iter(root[2].values()))
    return Section(key, value, entry, composer.end)
