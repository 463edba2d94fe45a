"""Where each value of one file stands: character offsets kept beside the data, turned into spans on demand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Literal

from generator.diagnostics import Route, Span
from generator.model.value import record

Node = tuple[int, int, "list[Node] | dict[str, Entry] | None"]
"""Start and end offset (exclusive) of a value in the text, and what it contains."""

Entry = tuple[int, int, Node]
"""Start and end offset of a key, and the node of its value."""

NOWHERE: Mapping[Route, int] = MappingProxyType({})
"""No base: all offsets are counted from the start of the text."""


@record
class Lines:
    """The offsets at which the lines of a text begin."""

    file: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> Lines:
        """Return the line table of ``text``, whose lines end in ``\\n``."""
        return cls(
            file, text, tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]
        )

    def number(self, offset: int) -> int:
        """Return the 1-based line of an offset."""
        return bisect_right(self.starts, offset)

    def end(self, offset: int) -> int:
        """Return the offset at which the line of ``offset`` ends, before its line break."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def start(self, offset: int) -> int:
        """Return the offset at which the line of ``offset`` begins."""
        return self.starts[self.number(offset) - 1]

    def span(self, start: int, end: int = -1) -> Span:
        """Return the span from ``start`` to ``end``; at least one column wide, so that it can be shown."""
        start = min(start, len(self.text))
        end = max(end, start + 1)
        line = self.number(start)
        end_line = max(line, self.number(min(end, len(self.text))))
        return Span(
            self.file,
            line,
            start - self.starts[line - 1] + 1,
            end_line,
            end - self.starts[end_line - 1] + 1,
        )

    def rest(self, start: int) -> Span:
        """Return the span from ``start`` to the end of its line, blanks at the end left out."""
        return self.span(start, start + len(self.text[start : self.end(start)].rstrip()))


def find(
    lines: Lines,
    root: Node | None,
    route: Route,
    part: Literal["key", "value"],
    bases: Mapping[Route, int] = NOWHERE,
) -> Span:
    """Return where ``route`` stands in the tree of ``root``.

    A route that does not exist gives its nearest existing ancestor: the key of the mapping that should
    hold it, the first line of a list item, or the first line of the content. An empty value gives its key.
    ``bases`` holds, by the first one or two steps of a route, the offset from which all offsets at and below it are counted.
    """
    if root is None:
        return lines.rest(0)
    base = bases.get(route[:2], bases.get(route[:1], 0))
    start, end = _find(lines, root, route, part, base)
    return lines.span(start + base, end + base)


def _find(
    lines: Lines, root: Node, route: Route, part: Literal["key", "value"], base: int
) -> tuple[int, int]:
    node = root
    key: tuple[int, int] | None = None
    for step in route:
        children = node[2]
        if isinstance(children, dict) and isinstance(step, str) and step in children:
            start, end, node = children[step]
            key = (start, end)
        elif isinstance(children, list) and isinstance(step, int) and 0 <= step < len(children):
            node, key = children[step], None
        else:
            return key or (node[0], min(node[1], lines.end(node[0] + base) - base))
    if key and (part == "key" or node[0] == node[1]):
        return key
    if node[0] == node[1]:
        return (at := max(node[0] - 1, -base)), at + 1
    return node[0], node[1]
