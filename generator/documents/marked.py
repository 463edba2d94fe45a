"""Two texts beside each other: what only the old one has is struck out, what only the new one has is underlined."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.render.docx.rich import Rich

SHORT = 4
"""Characters below which a piece that both texts have, between two that differ, is shown as part of the difference."""

MOST = 4_000_000
"""Product of the lengths above which two texts are shown as wholly different: comparing them would take seconds."""

GONE, NEW = "C00000", "1F4E9E"

Piece = tuple[bool, str, str]
"""Whether both texts have it, and how it reads in either."""


def marked(before: str, after: str) -> tuple[Rich, Rich]:
    """Return both texts as runs with their differences marked."""
    pieces = tuple(_pieces(before, after))
    old = (text if same else Rich.text(text, strike=True, color=GONE) for same, text, _ in pieces if text)
    new = (text if same else Rich.text(text, underline=True, color=NEW) for same, _, text in pieces if text)
    return Rich.concat(old), Rich.concat(new)


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """Yield the pieces that both texts have and those that differ, in turn."""
    if len(before) * len(after) > MOST:
        yield before == after, before, after
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    codes = matcher.get_opcodes()
    old, new = "", ""
    for at, (kind, i, j, k, m) in enumerate(codes):
        inner = 0 < at < len(codes) - 1
        if kind == "equal" and not (inner and j - i < SHORT and "\n" not in before[i:j]):
            if old or new:
                yield False, old, new
            yield True, before[i:j], after[k:m]
            old, new = "", ""
        else:
            old, new = old + before[i:j], new + after[k:m]
    if old or new:
        yield False, old, new
