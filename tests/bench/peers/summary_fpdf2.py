"""fpdf2, kept warm: ``summary_fpdf2.py FACTS FONTS``. Nothing is kept: its documents load their fonts themselves."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import fpdf
from fpdf.fonts import FontFace
from serve import serve

SIZES = {1: 20, 2: 13, 3: 10.5, 4: 9.5}


class Pages(fpdf.FPDF):
    """A document with our header and footer."""

    said = ""

    def header(self) -> None:
        """Print title and number."""
        self.set_font("Noto", size=8)
        self.cell(text=self.said, new_x="LMARGIN", new_y="NEXT", h=16)

    def footer(self) -> None:
        """Print the page's number."""
        self.set_y(-40)
        self.set_font("Noto", size=8)
        self.cell(w=0, text=str(self.page_no()), align="C")


def add(document: Pages, block: dict[str, Any]) -> None:
    """Add one block."""
    if block["kind"] == "plot":
        plot(document, block)
    elif block["kind"] == "table":
        document.set_font("Noto", size=8.5)
        with document.table(
            col_widths=block["shares"],
            line_height=12.5,
            borders_layout="HORIZONTAL_LINES",
            headings_style=FontFace(emphasis="B"),
            wrapmode="CHAR",
        ) as table:
            for row in (block["head"], *block["rows"]):
                table.row(row)
    else:
        heading = block["kind"] == "heading"
        size = SIZES[block["level"]] if heading else 9.5
        document.set_font("Noto", "B" if heading else "", size)
        document.multi_cell(
            0, size * 1.6, block["text"], new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR", align="L"
        )


def plot(document: Pages, block: dict[str, Any]) -> None:
    """Draw one series with its target line."""
    if document.will_page_break(90):
        document.add_page()
    document.set_font("Noto", "B", 8)
    document.cell(text=block["name"], new_x="LMARGIN", new_y="NEXT", h=12)
    known = [(at, value) for at, value in enumerate(block["values"]) if value is not None]
    span = [value for _, value in known] + ([] if block["target"] is None else [block["target"]])
    low, high = min(span), max(*span, min(span) + 0.001)
    left, top, wide, height = document.l_margin, document.get_y() + 4, 430, 50

    def place(at: float, value: float) -> tuple[float, float]:
        return left + wide * at / max(len(block["labels"]) - 1, 1), top + height * (
            1 - (value - low) / (high - low)
        )

    for first, second in pairwise(known):
        document.line(*place(*first), *place(*second))
    if block["target"] is not None:
        document.line(*place(0, block["target"]), *place(len(block["labels"]) - 1 or 1, block["target"]))
    document.set_font("Noto", size=6)
    for at, label in enumerate(block["labels"]):
        document.text(place(at, low)[0] - 10, top + height + 10, label)
    for value in (low, high):
        document.text(left + wide + 4, place(0, value)[1], str(value))
    document.set_y(top + height + 18)


def main() -> None:
    """Serve documents made of the facts."""
    facts, fonts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])

    def make(number: str) -> bytes:
        document = Pages(unit="pt", format="A4")
        document.said = f"{facts['title']}　{number}"
        document.set_margins(56, 40, 56)
        document.set_auto_page_break(True, 62)
        document.add_font("Noto", "", str(fonts / "NotoSansSC-Regular.ttf"))
        document.add_font("Noto", "B", str(fonts / "NotoSansSC-Bold.ttf"))
        document.add_page()
        for block in facts["blocks"]:
            add(document, block)
        return bytes(document.output())

    serve(fpdf.FPDF_VERSION, make)


main()
