"""Draw on the pages of one document, in points from the top left corner of the page."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.render.pdf.lines import Line, Piece
from generator.render.pdf.links import uri
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import PAGE_HEIGHT, Align, Style, Tone

if TYPE_CHECKING:
    from generator.render.pdf.sheet import Sheet

Point = tuple[float, float]
KAPPA = 0.5523
"""Length of the handles of a quarter circle drawn as a Bézier curve of radius 1."""


@functools.cache
def _rgb(tone: Tone) -> str:
    return " ".join(f"{int(tone.value[index : index + 2], 16) / 255:.4g}" for index in (0, 2, 4))


class Pen:
    """Everything that is drawn goes through here; ``y`` grows downwards."""

    def __init__(self, sheet: Sheet, typesetter: Typesetter) -> None:
        self.sheet = sheet
        self.typesetter = typesetter
        self._marks: dict[str, int] = {}
        self._linked: set[str] = set()
        self._level = -1
        self._operators: list[str] = []
        self._texts: tuple[list[str], list[str]] = ([], [])
        self._write = self._operators.append
        self._forget()

    def _forget(self) -> None:
        self._fill: Tone | None = None
        self._stroke: tuple[Tone, float, Sequence[float]] | None = None

    def end_page(self) -> None:
        """Finish the page; the next thing drawn is on a new one."""
        for font, texts in zip(self.sheet.fonts, self._texts, strict=True):
            font.characters.update("".join(texts))
            texts.clear()
        self.sheet.addLiteral("\n".join(self._operators))
        self._operators.clear()
        self.sheet.showPage()
        self._forget()

    def _filled(self, tone: Tone) -> None:
        if tone is not self._fill:
            self._write(f"{_rgb(tone)} rg")
            self._fill = tone

    def _stroked(self, tone: Tone, width: float, dash: Sequence[float]) -> None:
        state = (tone, width, dash)
        if state != self._stroke:
            pattern = " ".join(f"{length:g}" for length in dash)
            self._write(f"{_rgb(tone)} RG {width:g} w [{pattern}] 0 d")
            self._stroke = state

    def line(self, x: float, y: float, line: Line, size: float) -> None:
        """Draw a set line whose baseline is at ``y``."""
        for piece in line.pieces:
            self._piece(x + piece.x, y, piece, size)

    def _piece(self, x: float, y: float, piece: Piece, size: float, tone: Tone | None = None) -> None:
        self._texts[piece.face].append(piece.text)
        self._filled(tone or piece.tone)
        self._write(f"BT {x:.2f} {PAGE_HEIGHT - y:.2f} Td {piece.shown} ET")
        if piece.link and tone is None:
            self._link(piece, x, y, size)

    def _link(self, piece: Piece, x: float, y: float, size: float) -> None:
        link = piece.link or ""
        area = (x, PAGE_HEIGHT - y - 0.2 * size, x + piece.width, PAGE_HEIGHT - y + 0.9 * size)
        if link.startswith("#"):
            self._linked.add(link[1:])
            self.sheet.linkAbsolute("", link[1:], area, Border="[0 0 0]")
        else:
            self.sheet.linkURL(uri(link), area, relative=0, thickness=0)
        self.rule(x, y + 0.16 * size, x + piece.width, y + 0.16 * size, Tone.ACCENT_SOFT, 0.4)

    def text(
        self, x: float, y: float, text: str, style: Style, align: Align = "left", tone: Tone | None = None
    ) -> float:
        """Draw a label on one line with its baseline at ``y``, ``x`` being its left, right or middle; return its width."""
        line = self.typesetter.label(text, style)
        left = x - {"right": line.width, "center": line.width / 2}.get(align, 0.0)
        for piece in line.pieces:
            self._piece(left + piece.x, y, piece, style.size, tone)
        return line.width

    def lines(self, x: float, top: float, lines: Sequence[Line], style: Style) -> None:
        """Draw set lines below each other, the first one's top at ``top``."""
        baseline = top + style.leading / 2 + style.size * 0.36
        for index, line in enumerate(lines):
            self.line(x, baseline + index * style.leading, line, style.size)

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        tone: Tone,
        width: float = 0.5,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a straight line."""
        self._stroked(tone, width, dash)
        self._write(f"{x1:.2f} {PAGE_HEIGHT - y1:.2f} m {x2:.2f} {PAGE_HEIGHT - y2:.2f} l S")

    def path(
        self, points: Sequence[Point], tone: Tone, width: float = 1.0, dash: Sequence[float] = ()
    ) -> None:
        """Draw an open line through the points."""
        self._stroked(tone, width, dash)
        self._write(f"{_way(points)} S")

    def area(
        self,
        points: Sequence[Point],
        fill: Tone | None,
        stroke: Tone | None = None,
        width: float = 0.5,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a closed polygon."""
        self._paint(f"{_way(points)} h", fill, stroke, width, dash)

    def box(  # noqa: PLR0913, PLR0917 - coordinates
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        fill: Tone | None = None,
        stroke: Tone | None = None,
        line: float = 0.5,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a rectangle."""
        self._paint(
            f"{x:.2f} {PAGE_HEIGHT - top - height:.2f} {width:.2f} {height:.2f} re", fill, stroke, line, dash
        )

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Tone | None,
        stroke: Tone | None = None,
        width: float = 0.8,
    ) -> None:
        """Draw a circle around a point."""
        y, k, r = PAGE_HEIGHT - y, KAPPA * radius, radius
        self._paint(
            f"{x + r:.2f} {y:.2f} m "
            f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h",
            fill,
            stroke,
            width,
            (),
        )

    def _paint(
        self, way: str, fill: Tone | None, stroke: Tone | None, width: float, dash: Sequence[float]
    ) -> None:
        if fill is not None:
            self._filled(fill)
        if stroke is not None:
            self._stroked(stroke, width, dash)
        operator = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        self._write(f"{way} {operator[fill is not None, stroke is not None]}")

    def mark(self, title: str, anchor: str, level: int, top: float) -> None:
        """Add an entry to the outline, and a place that links with ``anchor`` go to; levels below a gap move up."""
        name = anchor or f"outline-{len(self._marks)}"
        if name in self._marks:
            raise ValueError(f"two headings have the anchor {name}")
        self._marks[name] = min(level, self._level + 1)
        self._level = self._marks[name]
        self.sheet.bookmarkPage(name, fit="XYZ", left=0, top=PAGE_HEIGHT - top)
        self.sheet.addOutlineEntry(title, name, self._level, closed=False)

    def loose_links(self) -> tuple[str, ...]:
        """Return the anchors that something links to and no heading has."""
        return tuple(sorted(self._linked - self._marks.keys()))


def _way(points: Sequence[Point]) -> str:
    (x, y), *others = points
    return f"{x:.2f} {PAGE_HEIGHT - y:.2f} m " + " ".join(
        f"{x:.2f} {PAGE_HEIGHT - y:.2f} l" for x, y in others
    )
