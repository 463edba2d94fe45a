"""What a page is made of, and how a column of it is cut into pages without orphans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model.value import record
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Typesetter


class Box(Protocol):
    """A block laid out for one width. All measures in points."""

    @property
    def height(self) -> float:
        """Return the height that it takes in one piece."""

    @property
    def least(self) -> float:
        """Return the height of the smallest first part that may stand at the foot of a page."""

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return a first part at most ``room`` high and the rest, or nothing if there is no good cut."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its left top corner there."""


class Block(Protocol):
    """One thing in the flow of a document, as a value; ``before`` and ``after`` are the least space around it."""

    @property
    def before(self) -> float:
        """Return the least space above, in points; the larger of two neighbours' wishes is what they get."""

    @property
    def after(self) -> float:
        """Return the least space below, in points."""

    @property
    def keep(self) -> bool:
        """Return whether it stays on one page with the beginning of the next block."""

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the block laid out for a width."""


class Solid:
    """The part of a box that is never cut: base for boxes that move to the next page as one."""

    __slots__ = ()
    height: float

    @property
    def least(self) -> float:
        """Return the whole height."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the signature is Box's
        """Return nothing: it cannot be cut."""
        return None


@record
class Stack:
    """Boxes below each other that may be parted between any two, under a head that is repeated on every page."""

    rows: tuple[Box, ...]
    head: Box | None = None

    @property
    def _above(self) -> float:
        return self.head.height if self.head is not None else 0.0

    @property
    def height(self) -> float:
        """Return the height of head and rows."""
        return self._above + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """Return the height of the head and of the smallest beginning of the first row."""
        return self._above + (self.rows[0].least if self.rows else 0.0)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the rows that fit and the rest, the last row never alone; a tall row is cut itself."""
        left, count = room - self._above + 0.01, 0
        while count < len(self.rows) and self.rows[count].height <= left:
            left -= self.rows[count].height
            count += 1
        parts = self.rows[count].split(left) if count < len(self.rows) else None
        if parts is not None:
            return self._of(*self.rows[:count], parts[0]), self._of(parts[1], *self.rows[count + 1 :])
        if count == len(self.rows) - 1 and count > 2:
            count -= 1
        return (self._of(*self.rows[:count]), self._of(*self.rows[count:])) if count else None

    def _of(self, *rows: Box) -> Stack:
        return Stack(rows, self.head)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw head and rows."""
        for box in (*((self.head,) if self.head is not None else ()), *self.rows):
            box.draw(pen, x, top)
            top += box.height


@record
class Space:
    """Empty space of so many points; it vanishes at the head of a page."""

    points: float
    keep: bool = False
    before: float = 0.0
    after: float = 0.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:  # noqa: ARG002 - the signature is Block's
        """Return the space."""
        return Blank(self.points)


@record
class Blank(Solid):
    """Nothing, of some height."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""


@record
class PageBreak:
    """What follows begins on a new page."""

    keep: bool = False
    before: float = 0.0
    after: float = 0.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:  # noqa: ARG002 - the signature is Block's
        """Return a box without height; the paging recognises the block."""
        return Blank(0.0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and the top at which it stands in its frame."""

    box: Box
    top: float


Page = tuple[Placed, ...]


def paginate(
    blocks: Sequence[Block], typesetter: Typesetter, width: float, height: float
) -> tuple[Page, ...]:
    """Return the blocks cut into pages of a frame; raise ``ValueError`` for a box that fits on no page."""
    column = _Column(height)
    laid = [(block, block.lay(typesetter, width)) for block in blocks]
    for index, (block, box) in enumerate(laid):
        if isinstance(block, PageBreak):
            column.turn()
            continue
        if block.keep and not column.fits(block.before, _chain(laid, index)):
            column.turn()
        column.add(block, box)
    return column.finish()


def _chain(laid: Sequence[tuple[Block, Box]], index: int) -> float:
    """Return the height of a block that keeps with the next, of those it keeps with, and of the first's beginning."""
    block, box = laid[index]
    total = box.height
    while block.keep and index + 1 < len(laid):
        following, box = laid[index + 1]
        total += max(block.after, following.before)
        total += box.height if following.keep else box.least
        block, index = following, index + 1
    return total


class _Column:
    """The pages so far, and how far down the last one is filled."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[list[Placed]] = [[]]
        self.cursor = 0.0
        self.wish = 0.0

    def turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
        self.cursor = self.wish = 0.0

    def fits(self, before: float, height: float) -> bool:
        if not self.pages[-1]:
            return True
        return self.cursor + max(self.wish, before) + height <= self.height + 0.01

    def add(self, block: Block, box: Box) -> None:
        rest: Box | None = box
        before = block.before
        while rest is not None:
            rest = self._place(rest, before)
            before = 0.0
        self.wish = block.after

    def _place(self, box: Box, before: float) -> Box | None:
        """Put the box, or as much of it as fits, on the page; return what is left."""
        fresh = not self.pages[-1]
        top = 0.0 if fresh else self.cursor + max(self.wish, before)
        if isinstance(box, Blank) and (fresh or top + box.height > self.height):
            return None
        if top + box.height <= self.height + 0.01:
            self.pages[-1].append(Placed(box, top))
            self.cursor, self.wish = top + box.height, 0.0
            return None
        parts = box.split(self.height - top)
        if parts is None and fresh:
            raise ValueError(
                f"a box of {box.height:.0f} pt fits on no page of {self.height:.0f} pt and cannot be cut"
            )
        if parts is not None:
            self.pages[-1].append(Placed(parts[0], top))
            box = parts[1]
        self.turn()
        return box

    def finish(self) -> tuple[Page, ...]:
        pages = self.pages if self.pages[-1] or len(self.pages) == 1 else self.pages[:-1]
        return tuple(tuple(page) for page in pages)
