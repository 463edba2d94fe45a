"""Names of a Word document's parts and namespaces, and how a place in a template is told."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from generator.diagnostics import Span, Text

if TYPE_CHECKING:  # slow to import, and rendering takes names from here
    from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
W = f"{{{W_NS}}}"

_LABELS = {
    "document": Text("正文", "body"),
    "header": Text("页眉", "header"),
    "footer": Text("页脚", "footer"),
    "footnotes": Text("脚注", "footnotes"),
    "endnotes": Text("尾注", "endnotes"),
    "comments": Text("批注", "comments"),
    "styles": Text("样式", "styles"),
    "settings": Text("设置", "settings"),
    "numbering": Text("编号", "numbering"),
}


def part_label(part: str) -> Text:
    """Return what a Word user calls ``part``, e.g. 页眉 for ``word/header1.xml``; else its name."""
    stem = re.sub(r"\d*\.xml$", "", posixpath.basename(part))
    return _LABELS.get(stem, Text(part, part)) if part.endswith(".xml") else Text(part, part)


def whole(name: str) -> Span:
    """Return the position that stands for template ``name``: Word paragraphs have no lines and columns."""
    return Span(name, 1, 1, 1, 1)


def text_of(element: etree._Element) -> str:
    """Return the text of ``element`` as Word shows it, without that of text boxes anchored in it."""
    pieces = []
    for run_text in element.iter(f"{W}t", f"{W}tab", f"{W}br"):
        box = next(run_text.iterancestors(f"{W}txbxContent"), None)
        if box is None or box in element.iterancestors(f"{W}txbxContent"):
            pieces.append(run_text.text or "" if run_text.tag == f"{W}t" else " ")
    return "".join(pieces)


def all_text(element: etree._Element) -> str:
    """Return all text of ``element``, that of text boxes too."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def paragraph_text(element: etree._Element) -> str:
    """Return the text of the paragraph that ``element`` stands in, empty outside a paragraph."""
    if element.tag == f"{W}p":
        return text_of(element)
    paragraph = next(element.iterancestors(f"{W}p"), None)
    return "" if paragraph is None else text_of(paragraph)
