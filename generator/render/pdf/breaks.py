"""Where a line of Chinese, Latin or mixed text may end, and how its marks close up.

Sources: Unicode UAX #14 (classes OP, CL, NS, IN, GL, PR, PO), W3C Requirements for Chinese Text Layout (CLREQ), GB/T 15834-2011.
"""

from __future__ import annotations

import functools
import unicodedata
from enum import IntEnum


class Kind(IntEnum):
    """What a character is to the breaking of lines."""

    WIDE = 0
    """An ideograph or another full-width character: a line may end before and after it."""
    OPEN = 1
    """An opening mark or a prefix of a number: never last in a line."""
    CLOSE = 2
    """A closing mark, a stop, a suffix of a number: never first in a line."""
    LATIN = 3
    """A letter, digit or half-width mark: words stay whole."""
    LATIN_OPEN = 4
    LATIN_CLOSE = 5
    SPACE = 6
    GLUE = 7
    """A no-break space: no line ends beside it."""
    LEADER = 8
    """— or …: a line may end before or after a pair of dashes, never inside, and never before either."""
    NEWLINE = 9


_OPEN = frozenset("“‘￥＄￡〝☐☑☒□■①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳№")
_CLOSE = frozenset(
    "”’，。；：？！、．％‰℃℉°′″〟·・ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～－／"
)
_LATIN_OPEN = frozenset("([{¥$£€#§")
_LATIN_CLOSE = frozenset(")]},.;:!?%/-")
ADDRESS_STOPS = frozenset("/.-?&=_#,:")
LATIN_LIKE = frozenset((Kind.LATIN, Kind.LATIN_OPEN, Kind.LATIN_CLOSE))


_MARKS = (
    (Kind.NEWLINE, frozenset("\n")),
    (Kind.GLUE, frozenset("\u00a0\u202f\u2060")),
    (Kind.LEADER, frozenset("—…")),
    (Kind.OPEN, _OPEN),
    (Kind.CLOSE, _CLOSE),
    (Kind.LATIN_OPEN, _LATIN_OPEN),
    (Kind.LATIN_CLOSE, _LATIN_CLOSE),
    (Kind.WIDE, frozenset("\u3000")),
)
_CATEGORIES = {"Ps": Kind.OPEN, "Pi": Kind.OPEN, "Pe": Kind.CLOSE, "Pf": Kind.CLOSE}


@functools.cache
def kind(character: str) -> Kind:
    """Return the kind of one character."""
    for found, marks in _MARKS:
        if character in marks:
            return found
    category = unicodedata.category(character)
    if category == "Zs":
        return Kind.SPACE
    if unicodedata.east_asian_width(character) not in "WF":
        return Kind.LATIN
    return _CATEGORIES.get(category, Kind.WIDE)


@functools.cache
def may_break(before: Kind, after: Kind, beyond: Kind) -> bool:
    """Return whether a line may end between two characters.

    ``beyond`` is the kind of the last character before ``before`` that is not a space (``before`` itself, if it is none).
    """
    if after in (Kind.SPACE, Kind.CLOSE, Kind.LATIN_CLOSE, Kind.GLUE, Kind.NEWLINE) or before is Kind.GLUE:
        return False
    if beyond in (Kind.OPEN, Kind.LATIN_OPEN):
        return False
    if before is Kind.SPACE:
        return after is not Kind.LEADER
    if after is Kind.LEADER:
        return False
    return not (before in LATIN_LIKE and after in LATIN_LIKE)


def is_address(word: str) -> bool:
    """Return whether a word is a long address, which may be parted after ``ADDRESS_STOPS``."""
    return "://" in word or (len(word) >= 24 and "/" in word)


def is_western(character: str) -> bool:
    """Return whether the character gets a thin space towards an ideograph: letters, digits and what clings to them."""
    return (
        character.isalnum() and unicodedata.east_asian_width(character) not in "WF"
    ) or character in "%+@#&$€£¥‰"


def is_ideograph(character: str) -> bool:
    """Return whether the character is a Han character or another full-width letter."""
    return unicodedata.east_asian_width(character) in "WF" and unicodedata.category(character) == "Lo"
