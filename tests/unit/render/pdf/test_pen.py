import datetime
from io import BytesIO

import pypdf
import pytest

from generator.render.pdf.pen import Pen
from generator.render.pdf.properties import Properties
from generator.render.pdf.sheet import Sheet
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import PLAIN, Tone


def pen() -> tuple[Pen, BytesIO]:
    target = BytesIO()
    return Pen(
        Sheet(target, Properties("x", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))), Typesetter()
    ), target


def test_text_is_placed_from_the_top() -> None:
    drawing, target = pen()
    assert drawing.text(100, 100, "甲乙", PLAIN, "center") == pytest.approx(19)
    drawing.end_page()
    drawing.sheet.save()
    content = pypdf.PdfReader(BytesIO(target.getvalue())).pages[0].get_contents()
    assert content is not None
    assert b"90.50 741.89 Td /F1 9.5 Tf <75324e59> Tj" in content.get_data()


def test_state_is_written_once() -> None:
    drawing, target = pen()
    drawing.rule(0, 0, 1, 1, Tone.INK)
    drawing.rule(0, 0, 2, 2, Tone.INK)
    drawing.end_page()
    drawing.sheet.save()
    content = pypdf.PdfReader(BytesIO(target.getvalue())).pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b"RG") == 1


def test_anchors_are_unique_and_links_have_targets() -> None:
    drawing, _ = pen()
    drawing.mark("一", "a", 0, 10)
    with pytest.raises(ValueError, match="two headings"):
        drawing.mark("二", "a", 0, 20)
