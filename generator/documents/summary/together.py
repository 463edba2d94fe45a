"""Small tables and charts that are not parted by the end of a page."""

from __future__ import annotations

from generator.model.value import record
from generator.render.pdf import Block
from generator.render.pdf.flow import Box, Solid
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Typesetter

SMALL = 200.0
"""So high, in points, a block may be to be kept whole: more would leave too much of a page empty."""


@record
class Together:
    """A block that moves to the next page as one, if it is small enough."""

    block: Block

    @property
    def before(self) -> float:
        """Return the space above that the block wants."""
        return self.block.before

    @property
    def after(self) -> float:
        """Return the space below that the block wants."""
        return self.block.after

    @property
    def keep(self) -> bool:
        """Return whether the block stays with the next."""
        return self.block.keep

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the block laid out, in one piece if it is small."""
        box = self.block.lay(typesetter, width)
        return Whole(box.height, box) if box.height <= SMALL else box


@record
class Whole(Solid):
    """A laid-out block that is never cut."""

    height: float
    box: Box

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the block."""
        self.box.draw(pen, x, top)
