"""Paragraphs, headings, lists and the title of a document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid
from generator.render.pdf.lines import Line
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Content, Typesetter, runs
from generator.render.pdf.theme import BODY, HEADINGS, PLAIN, SUBTITLE, TITLE, Style, Tone

ITEM = replace(PLAIN, after=2)
WIDOW = 2
"""A paragraph leaves at least so many lines on either side of a page break."""
WIDE_SPACE = "\N{IDEOGRAPHIC SPACE}"


@dataclass(frozen=True, slots=True)
class Lines:
    """A laid-out paragraph."""

    lines: tuple[Line, ...]
    style: Style
    left: float = 0.0

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Return the height of its first two lines, or of all if there are no more than three."""
        count = len(self.lines)
        return (count if count < 2 * WIDOW else WIDOW) * self.style.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits and the rest; neither is a single line."""
        count = min(int((room + 0.01) // self.style.leading), len(self.lines) - WIDOW)
        if count < WIDOW:
            return None
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines."""
        pen.lines(x + self.left, top, self.lines, self.style)


@record
class Prose:
    """One paragraph of running text."""

    content: Content
    style: Style = BODY
    keep: bool = False

    @property
    def before(self) -> float:
        """Return the space that the style wants above."""
        return self.style.before

    @property
    def after(self) -> float:
        """Return the space that the style wants below."""
        return self.style.after

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return its lines."""
        return Lines(typesetter.lines(self.content, self.style, width), self.style)


@record
class Item:
    """A paragraph that hangs from a mark or a number; ``hang`` in em."""

    mark: str
    content: Content
    style: Style = ITEM
    hang: float = 1.5
    keep: bool = False
    before: float = 0.0

    @property
    def after(self) -> float:
        """Return the space that the style wants below."""
        return self.style.after

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the mark and the lines beside it."""
        left = max(
            self.hang * self.style.size, typesetter.width(self.mark, self.style.size) + self.style.size / 2
        )
        lines = typesetter.lines(self.content, self.style, width - left)
        return Hanging(
            lines, self.style, left, typesetter.label(self.mark, replace(self.style, align="left"))
        )


@dataclass(frozen=True, slots=True)
class Hanging(Lines):
    """Lines with a mark to the left of the first."""

    mark: Line | None = None

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits and the rest; the mark stays with the first part."""
        parts = Lines(self.lines, self.style, self.left).split(room)
        if parts is None:
            return None
        count = round(parts[0].height / self.style.leading)
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:], mark=None)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw mark and lines."""
        if self.mark is not None:
            pen.lines(x, top, (self.mark,), self.style)
        pen.lines(x + self.left, top, self.lines, self.style)


@record
class Heading:
    """A heading of level 1 to 3: in the outline, never alone at the foot of a page. ``anchor`` can be linked to."""

    content: Content
    level: int = 1
    anchor: str = ""
    keep: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.level <= len(HEADINGS):
            raise ValueError(f"heading level {self.level}: expected 1 to {len(HEADINGS)}")

    @property
    def style(self) -> Style:
        """Return the style of its level."""
        return HEADINGS[self.level - 1]

    @property
    def before(self) -> float:
        """Return the space above."""
        return self.style.before

    @property
    def after(self) -> float:
        """Return the space below."""
        return self.style.after

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return its lines, its outline entry and, on level 1, a rule below."""
        lines = typesetter.lines(self.content, self.style, width)
        title = "".join(run.text for run in runs(self.content)).replace("\n", " ")
        return HeadingBox(
            len(lines) * self.style.leading + (3 if self.level == 1 else 0), lines, self, title, width
        )


@record
class HeadingBox(Solid):
    """A laid-out heading."""

    height: float
    lines: tuple[Line, ...]
    heading: Heading
    title: str
    width: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it and mark the place."""
        pen.mark(self.title, self.heading.anchor, self.heading.level - 1, top)
        pen.lines(x, top, self.lines, self.heading.style)
        if self.heading.level == 1:
            pen.rule(x, top + self.height, x + self.width, top + self.height, Tone.ACCENT, 0.8)


@record
class Title:
    """The head of the first page: the title, a line below it, and a row of facts, over a strong rule.

    A title that is longer than a line is broken at its last wide space, between the name and what the document is.
    """

    content: Content
    subtitle: Content = ""
    keep: bool = True
    before: float = 0.0
    after: float = 10.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the title laid out."""
        title = typesetter.lines(self.content, TITLE, width)
        if len(title) > 1 and isinstance(self.content, str) and WIDE_SPACE in self.content:
            parts = self.content.rsplit(WIDE_SPACE, 1)
            title = tuple(line for part in parts for line in typesetter.lines(part, TITLE, width))
        subtitle = typesetter.lines(self.subtitle, SUBTITLE, width)
        height = len(title) * TITLE.leading + len(subtitle) * SUBTITLE.leading + 8
        return TitleBox(height, title, subtitle, width)


@record
class TitleBox(Solid):
    """A laid-out title."""

    height: float
    title: tuple[Line, ...]
    subtitle: tuple[Line, ...]
    width: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw title, subtitle and the rule."""
        pen.lines(x, top, self.title, TITLE)
        pen.lines(x, top + len(self.title) * TITLE.leading, self.subtitle, SUBTITLE)
        pen.rule(x, top + self.height, x + self.width, top + self.height, Tone.ACCENT, 1.6)
