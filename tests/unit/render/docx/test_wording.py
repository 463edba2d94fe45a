"""How parts and paragraphs are told."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.render.docx.wording import W_NS, W, all_text, paragraph_text, part_label, text_of, whole

P = etree.fromstring(
    f'<w:p xmlns:w="{W_NS}"><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框'
    "</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("part", "label"),
    [("word/document.xml", "正文"), ("word/header12.xml", "页眉"), ("word/media/a.png", "word/media/a.png")],
)
def test_parts(part: str, label: str) -> None:
    assert part_label(part).zh == label


def test_text_boxes_are_paragraphs_of_their_own() -> None:
    inner = P.findall(f".//{W}p")[0]
    assert text_of(P) == "甲 乙"
    assert text_of(inner) == "框"
    assert all_text(P) == "甲乙框"
    assert paragraph_text(inner[0]) == "框"
    assert paragraph_text(etree.Element("x")) == ""


def test_a_template_has_one_place() -> None:
    assert whole("a.docx").file == "a.docx"
