"""Lines of text as values: kinsoku, thin spaces, closed-up marks, justification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Place, Span
from generator.render.pdf import fonts
from generator.render.pdf.breaks import (
    ADDRESS_STOPS,
    LATIN_LIKE,
    Kind,
    is_address,
    may_break,
)
from generator.render.pdf.sorts import NEWLINE, THIN_SPACE, Sort, gap, sort
from generator.render.pdf.theme import Style, Tone

STRETCH_SPACE, STRETCH_GAP = 300, 100
"""The most that justification adds to a word space and to a gap between characters, in 1/1000 em."""
_OF_NUMBERS = frozenset("0123456789.,%")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. Nothing in ``text`` is markup; ``\\n`` ends a line.

    ``link`` is an ``http``, ``https`` or ``mailto`` address, or ``#`` and the anchor of a heading; ``place`` is
    where the text was written, for findings about it.
    """

    text: str
    bold: bool = False
    tone: Tone | None = None
    link: str | None = None
    place: Place | Span | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one face, size and look in a line; ``x`` in points, ``gaps[i]`` in 1/1000 em after character ``i``.

    ``shown`` are the operators that choose face and size and show the text with its gaps.
    """

    x: float
    width: float
    text: str
    face: int
    tone: Tone
    link: str | None
    gaps: tuple[float, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Line:
    """One set line; ``width`` is what its ink takes, in points."""

    pieces: tuple[Piece, ...]
    width: float
    text: str


def set_lines(content: Sequence[Run], style: Style, width: float) -> tuple[Line, ...]:
    """Return the runs set in lines of at most ``width`` points; every character must be in the font or ``\\n``."""
    galley = _Galley.of(content, style)
    measure = width * 1000 / style.size
    lines, start = [], 0
    while start < len(galley.text):
        room = measure - (_indent(style) if start == 0 else 0.0)
        end = galley.end_of_line(start, room)
        lines.append(_line(galley, start, end, style, measure))
        start = end
    return tuple(lines)


@dataclass(slots=True)
class _Galley:
    """All characters of a paragraph beside each other: what each is, and what may happen between two."""

    text: str
    shown: str
    """The text with the marks that have two forms replaced by the form that stands here."""
    sorts: list[Sort]
    advances: list[int]
    owner: list[Run]
    gaps: list[int]
    """What stands before character ``i`` if it is not first in its line, in 1/1000 em."""
    breaks: list[bool]

    @classmethod
    def of(cls, content: Sequence[Run], style: Style) -> _Galley:
        text = "".join(run.text for run in content)
        sorts: list[Sort] = []
        owner: list[Run] = []
        for run in content:
            bold = run.bold or style.bold
            sorts += [sort(character, bold) if character != "\n" else NEWLINE for character in run.text]
            owner += [run] * len(run.text)
        shown = text
        for index in _apostrophes(text):
            sorts[index] = sorts[index]._replace(kind=Kind.LATIN, half=0, advance=fonts.APOSTROPHE_WIDTH)
            shown = f"{shown[:index]}{fonts.APOSTROPHE}{shown[index + 1 :]}"
        advances = [one.advance for one in sorts]
        galley = cls(text, shown, sorts, advances, owner, [0] * len(text), [False] * len(text))
        galley._join()
        return galley

    def _join(self) -> None:
        """Fill ``gaps`` and ``breaks``."""
        if not self.sorts:
            return
        address: bool | None = None
        before = self.sorts[0]
        beyond = before.kind
        for index in range(1, len(self.sorts)):
            after = self.sorts[index]
            if after.kind is before.kind is Kind.WIDE:
                self.breaks[index] = True
                before = after
                continue
            self.gaps[index] = gap(before, after)
            self.breaks[index] = may_break(before.kind, after.kind, beyond)
            if before.kind not in LATIN_LIKE:
                address = None
            elif after.kind in LATIN_LIKE and self.text[index - 1] in ADDRESS_STOPS:
                address = is_address(self._word(index)) if address is None else address
                self.breaks[index] = address
            before = after
            if after.kind is not Kind.SPACE:
                beyond = after.kind

    def _word(self, index: int) -> str:
        """Return the word around a character."""
        start = end = index
        while start > 0 and self.sorts[start - 1].kind in LATIN_LIKE:
            start -= 1
        while end < len(self.sorts) and self.sorts[end].kind in LATIN_LIKE:
            end += 1
        return self.text[start:end]

    def end_of_line(self, start: int, room: float) -> int:
        """Return the index after the last character of the line that begins at ``start``."""
        sorts, gaps, breaks = self.sorts, self.gaps, self.breaks
        rest = self.advances[start:]
        if sum(rest) + THIN_SPACE * len(rest) <= room and "\n" not in self.text:
            return len(sorts)
        position = -500.0 if sorts[start].half == 1 else 0.0
        last = start
        for index in range(start, len(sorts)):
            current = sorts[index]
            if index > start:
                if breaks[index]:
                    last = index
                position += gaps[index]
            if current.kind is Kind.NEWLINE:
                return index + 1
            position += current.advance
            if position - (500 if current.half == -1 else 0) > room + 0.01 and current.kind is not Kind.SPACE:
                return last if last > start else self._emergency(start, index)
        return len(sorts)

    def _emergency(self, start: int, index: int) -> int:
        """Return where to cut a word that is longer than the line: after the last of ``/ . -`` in it, else anywhere.

        A number in it stays whole if it can.
        """
        outside = [cut for cut in range(index, start + 1, -1) if not self._in_number(cut)]
        for cut in outside:
            if self.text[cut - 1] in ADDRESS_STOPS and self.sorts[cut].kind is Kind.LATIN:
                return cut
        cut = outside[0] if outside else max(index, start + 1)
        while cut > start + 1 and self.sorts[cut].kind in (Kind.CLOSE, Kind.LATIN_CLOSE):
            cut -= 1
        return cut

    def _in_number(self, cut: int) -> bool:
        before, after = self.text[cut - 1], self.text[cut]
        return before in _OF_NUMBERS and after in _OF_NUMBERS and (before.isdigit() or after.isdigit())


def _apostrophes(text: str) -> list[int]:
    """Return where ’ stands in an English word: after a letter, not at the end."""
    if "’" not in text:
        return []
    return [
        index
        for index in range(1, len(text) - 1)
        if text[index] == "’" and text[index - 1].isalpha() and text[index - 1].isascii()
    ]


def _indent(style: Style) -> float:
    return style.indent * 1000 if style.align in ("left", "justify") else 0.0


def _line(galley: _Galley, start: int, end: int, style: Style, measure: float) -> Line:
    """Return the characters ``start`` to ``end`` as a line: trimmed, spread, aligned, cut into pieces."""
    indent = _indent(style) if start == 0 else 0.0
    room = measure - indent
    stop = end
    while stop > start and galley.sorts[stop - 1].kind is Kind.NEWLINE:
        stop -= 1
    ink = stop
    while ink > start and galley.sorts[ink - 1].kind is Kind.SPACE:
        ink -= 1
    if stop == start:
        return Line((), 0.0, galley.text[start:end])
    gaps: list[float] = [*galley.gaps[start + 1 : stop], 0]
    lead = -500 if galley.sorts[start].half == 1 else 0
    trail = -500 if ink > start and galley.sorts[ink - 1].half == -1 else 0
    natural = sum(galley.advances[start:ink]) + sum(gaps[: max(ink - start - 1, 0)])
    natural += lead + trail
    if style.align == "justify" and end < len(galley.text) and stop == end:
        natural += _spread(galley, start, ink, gaps, room - natural)
    slack = {"right": room - natural, "center": (room - natural) / 2}.get(style.align, 0.0)
    x = (indent + slack + lead) * style.size / 1000
    pieces = _pieces(galley, (start, stop), gaps, x, style)
    return Line(pieces, natural * style.size / 1000, galley.text[start:end])


def _spread(galley: _Galley, start: int, ink: int, gaps: list[float], missing: float) -> float:
    """Widen ``gaps`` to fill what is missing from a full line, word spaces first; return by how much in all."""
    spaces, joints = [], []
    for index in range(start + 1, ink):
        before, after = galley.sorts[index - 1], galley.sorts[index]
        if before.kind is Kind.SPACE:
            spaces.append(index - start - 1)
        elif (before.advance >= 900 or after.advance >= 900) and not (
            before.kind is after.kind is Kind.LEADER
        ):
            joints.append(index - start - 1)
    added = 0.0
    for places, most in ((spaces, STRETCH_SPACE), (joints, STRETCH_GAP), (spaces, STRETCH_SPACE)):
        if places and missing - added > 0:
            each = min((missing - added) / len(places), most)
            for place in places:
                gaps[place] += each
            added += each * len(places)
    return added


def _pieces(
    galley: _Galley, span: tuple[int, int], gaps: list[float], x: float, style: Style
) -> tuple[Piece, ...]:
    start, stop = span
    scale, pieces, first = style.size / 1000, [], start
    while first < stop:
        run, face = galley.owner[first], galley.sorts[first].face
        last = first
        while last < stop and galley.owner[last] is run and galley.sorts[last].face == face:
            last += 1
        inside = tuple(gaps[first - start : last - start])
        width = (sum(galley.advances[first:last]) + sum(inside)) * scale
        tone = run.tone or (Tone.ACCENT if run.link else style.tone)
        text = galley.shown[first:last]
        inside = inside if any(inside) else ()
        shown = f"{fonts.RESOURCES[face]} {style.size:g} Tf {_operator(text, inside)}"
        pieces.append(Piece(x, width, text, face, tone, run.link, inside, shown))
        x += width
        first = last
    return tuple(pieces)


def _operator(text: str, gaps: tuple[float, ...]) -> str:
    """Return the operator that shows text with what stands after each character (ISO 32000-1, 9.4.3)."""
    if not gaps:
        return f"<{fonts.encoded(text)}> Tj"
    shown = []
    start = 0
    for index, width in enumerate(gaps, 1):
        if width:
            shown.append(f"<{fonts.encoded(text[start:index])}> {-width:.4g} ")
            start = index
    if start < len(text):
        shown.append(f"<{fonts.encoded(text[start:])}>")
    return f"[{''.join(shown)}] TJ"
