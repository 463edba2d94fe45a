"""A whole document as one value, and the bytes of the PDF that it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from generator.diagnostics import Diagnostic
from generator.model.value import record
from generator.render.pdf.flow import Block, Page, paginate
from generator.render.pdf.pen import Pen
from generator.render.pdf.properties import Properties
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import (
    FRAME_HEIGHT,
    FRAME_WIDTH,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    NOTE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Tone,
)


@record
class Document:
    """Everything that a PDF is made of. ``page_label`` gives 第 X 页 共 Y 页 in the words of the locale."""

    properties: Properties
    blocks: Sequence[Block]
    page_label: Callable[[int, int], str]
    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""


@record
class Rendered:
    """The bytes of a PDF, its number of pages, and what is wrong with it; with an error it must not be published."""

    data: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def render(document: Document) -> Rendered:
    """Return the PDF of a document. Equal documents give equal bytes, in any process and at any time.

    Raise ``ValueError`` for what only a fault in the program can cause: a link to no heading, a box that fits on no page.
    """
    # reportlab takes longer to import than a page to render: only who renders waits for it
    from generator.render.pdf.sheet import Sheet  # noqa: PLC0415

    typesetter = Typesetter()
    pages = paginate(document.blocks, typesetter, FRAME_WIDTH, FRAME_HEIGHT)
    target = BytesIO()
    sheet = Sheet(target, document.properties)
    pen = Pen(sheet, typesetter)
    for number, page in enumerate(pages, 1):
        _draw_page(pen, page)
        _draw_margins(pen, document, number, len(pages))
        pen.end_page()
    if loose := pen.loose_links():
        raise ValueError(f"links to headings that do not exist: {', '.join(loose)}")
    sheet.save()
    return Rendered(target.getvalue(), len(pages), typesetter.diagnostics())


def _draw_page(pen: Pen, page: Page) -> None:
    for placed in page:
        placed.box.draw(pen, MARGIN_LEFT, MARGIN_TOP + placed.top)


def _draw_margins(pen: Pen, document: Document, number: int, count: int) -> None:
    """Draw header and footer."""
    left, right = MARGIN_LEFT, PAGE_WIDTH - MARGIN_RIGHT
    pen.text(left, 42, document.header_left, NOTE)
    pen.text(right, 42, document.header_right, NOTE, "right")
    pen.rule(left, 49, right, 49, Tone.RULE, 0.5)
    foot = PAGE_HEIGHT - 34
    pen.rule(left, foot - 13, right, foot - 13, Tone.RULE, 0.5)
    pen.text(left, foot, document.footer_left, NOTE)
    pen.text(right, foot, document.page_label(number, count), NOTE, "right")
