"""Finds tags, and brackets that make none, in time proportional to the text, whatever it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_TAGS, MAX_TAG = 5000, 500
"""Tags in one part, and characters of one tag; a long contract has some hundreds of a few dozen."""

_EDGE = re.compile(r"\{[{%#]|[}%#]\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MOST_STRAYS = 20


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with its brackets, and where it stands."""

    start: int
    end: int
    text: str

    @property
    def is_nested(self) -> bool:
        """Return whether brackets of another tag stand within this one."""
        return _EDGE.search(self.text, 2, len(self.text) - 2) is not None


@dataclass(frozen=True, slots=True)
class Scan:
    """The tags of a text in order (one more than ``MAX_TAGS`` at most), and its first unpaired brackets."""

    tags: tuple[Tag, ...]
    strays: tuple[tuple[int, str], ...]


def scan(text: str) -> Scan:
    """Return the tags of ``text`` as Jinja reads them, and what opens or closes none."""
    tags, strays, exhausted = list[Tag](), list[tuple[int, str]](), set[str]()
    match = _EDGE.search(text)
    while match and len(tags) <= MAX_TAGS and len(strays) < _MOST_STRAYS:
        closing = _CLOSING.get(match.group())
        end = -1 if closing is None or closing in exhausted else text.find(closing, match.end())
        if closing is None or end < 0:
            exhausted.add(closing or "")
            strays.append((match.start(), match.group()))
            match = _EDGE.search(text, match.end())
        else:
            tags.append(Tag(match.start(), end + 2, text[match.start() : end + 2]))
            match = _EDGE.search(text, end + 2)
    return Scan(tuple(tags), tuple(strays))


def without_tags(text: str) -> str:
    """Return ``text`` without its tags."""
    pieces, end = [], 0
    for tag in scan(text).tags:
        pieces.append(text[end : tag.start])
        end = tag.end
    return "".join((*pieces, text[end:]))
