from dataclasses import dataclass

import pytest

from generator.render.pdf.flow import Blank, Block, Box, PageBreak, Solid, Space, Stack, paginate
from generator.render.pdf.pen import Pen
from generator.render.pdf.prose import Heading, Prose
from generator.render.pdf.text import Typesetter


@dataclass(frozen=True)
class Plate(Solid):
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        del pen, x, top


@dataclass(frozen=True)
class Slab:
    height: float
    keep: bool = False
    before: float = 0.0
    after: float = 0.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        del typesetter, width
        return Plate(self.height)


def counts(blocks: list[Block], height: float = 100) -> list[int]:
    return [len(page) for page in paginate(blocks, Typesetter(), 300, height)]


def test_blocks_fill_pages_in_order() -> None:
    assert counts([Slab(40), Slab(40), Slab(40)]) == [2, 1]


def test_the_larger_of_two_wishes_for_space_is_granted_and_none_at_the_head() -> None:
    (page,) = paginate([Slab(10, before=50, after=5), Slab(10, before=8)], Typesetter(), 300, 100)
    assert [placed.top for placed in page] == [0, 18]


def test_a_block_that_keeps_with_the_next_moves_with_it() -> None:
    assert counts([Slab(50), Slab(20, keep=True), Slab(40)]) == [1, 2]
    assert counts([Slab(50), Slab(20, keep=True), Slab(20, keep=True), Slab(20)]) == [1, 3]


def test_no_heading_ends_a_page() -> None:
    for lead in range(20, 700, 7):
        pages = paginate(
            [Slab(lead), Heading("标题"), Heading("小标题", 2), Prose("正文" * 200)], Typesetter(), 480, 710
        )
        for page in pages[:-1]:
            assert type(page[-1].box).__name__ != "HeadingBox"


def test_page_breaks_and_space() -> None:
    assert counts([Slab(10), PageBreak(), Slab(10), PageBreak()]) == [1, 1]
    assert counts([Space(50), Slab(90), Space(50), Slab(90)]) == [1, 1]


def test_a_box_that_fits_nowhere_is_a_fault() -> None:
    with pytest.raises(ValueError, match="fits on no page"):
        counts([Slab(10), Slab(101)])


def test_a_stack_repeats_its_head_and_leaves_no_row_alone() -> None:
    stack = Stack(tuple(Blank(10) for _ in range(5)), Blank(20))
    parts = stack.split(65)
    assert parts is not None
    first, rest = parts
    assert (first.height, rest.height) == (50, 40)
    assert stack.split(25) is None
    assert stack.least == 30


def test_an_empty_document_has_one_page() -> None:
    assert counts([]) == [0]
