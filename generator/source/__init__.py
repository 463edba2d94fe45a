"""YAML text to plain data and marks: every value, every problem, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.diagnostics import Diagnostic, Place, Route, Span, Text, found, ordered
from generator.source import tree
from generator.source.characters import conflicts, inspect
from generator.source.decode import decode
from generator.source.manual import error, page
from generator.source.reading import understand
from generator.source.sections import Memory, Section, Sections, by_section

__all__ = ["Memory", "Source", "locate", "read"]

Y104 = error(
    104,
    Text(zh="文件是空的", en="the file is empty"),
    page(
        Text(
            zh="文件没有内容，或只有注释。请写入内容，或删除文件。",
            en="The file has no content, or only comments. Write some or delete the file.",
        ),
        Text(
            zh="空文件常是保存失败或合并出错留下的。",
            en="An empty file is often what a failed save or a wrong merge left behind.",
        ),
        wrong="# 待补充",
        right="title: 框架协议",
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file as it was read.

    ``file`` is the workspace-relative name used in spans and ``text`` the decoded text. ``data`` is made of
    ``dict`` (text keys), ``list``, ``str``, ``int``, ``Decimal``, ``bool``, ``date`` and ``None``; it is
    ``None`` if the syntax is broken. With errors that leave the structure intact (a duplicate key, an
    impossible date) ``data`` is kept, so that later checks can report their own problems at the same time.
    """

    file: str
    text: str
    data: object
    diagnostics: tuple[Diagnostic, ...]
    _lines: tree.Lines = field(repr=False, compare=False)
    _root: tree.Node | None = field(repr=False, compare=False)
    _bases: Mapping[Route, int] = field(default_factory=dict, repr=False, compare=False)

    def span(self, route: Route, part: Literal["key", "value"] = "value") -> Span:
        """Return where the value (or its key) at ``route`` stands.

        What does not exist gives the nearest ancestor: the key of the mapping that should hold it, the first
        line of a list item, or the first line of the content. An empty value gives its key.
        """
        return tree.find(self._lines, self._root, route, part, self._bases)

    def inner(self, span: Span, within: tuple[int, int]) -> Span:
        """Return the part of a text at ``span`` that is meant; all of it where it is not written as it reads."""
        line = self.text.split("\n")[span.line - 1]
        written = line[span.column - 1 : span.end_column - 1]
        quote = 1 if written[:1] in ("'", '"') else 0
        length = len(written) - 2 * quote
        if span.line != span.end_line or length < 1 or "\\" in written or (quote and "''" in written):
            return span
        start = min(within[0], length - 1)
        end = min(max(within[1], start + 1), length)
        first = span.column + quote
        return Span(span.file, span.line, first + start, span.line, first + end)


def read(name: str, raw: bytes, memory: Memory | None = None) -> Source:
    """Return what the file ``name`` with the bytes ``raw`` says, and all that is wrong with it as text.

    With a ``memory`` of what was read before, unchanged files and sections are taken from there and what is read now is
    remembered; the result is the same. Its data are then shared, and not to be changed.
    """
    if memory is not None and (same := memory.recall(name, raw)):
        return same
    sections: Sections = {}
    source = _read(name, raw, None if memory is None else memory.sections(name), sections)
    if memory is not None:
        memory.keep(raw, source, sections)
    return source


def _read(name: str, raw: bytes, known: Mapping[str, Section] | None, sections: Sections) -> Source:
    text, refused = decode(name, raw)
    lines = tree.Lines.of(name, text)
    if refused:
        return Source(name, text, None, (refused,), lines, None)
    if unmerged := conflicts(lines):
        return Source(name, text, None, unmerged, lines, None)
    odd = [*inspect(lines)]
    reading = None
    if known is not None and not odd:
        reading, read_now = by_section(lines, known)
        sections.update(read_now)
    reading = reading or understand(lines)
    findings = [*odd, *reading.findings]
    if reading.data is None and not findings:
        message = Text(zh="文件没有内容", en="the file has no content")
        findings.append(found(Y104, message, lines.rest(0)))
    return Source(name, text, reading.data, ordered(findings), lines, reading.root, reading.bases)


def locate(source: Source, location: Place | Span) -> Span:
    """Return the span of a symbolic place in ``source``; a span is returned as it is."""
    if isinstance(location, Span):
        return location
    span = source.span(location.route, location.part)
    return source.inner(span, location.within) if location.within else span
