"""reportlab's platypus, kept warm: ``summary_platypus.py FACTS FONTS``. Kept between documents: the registered fonts."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import reportlab
from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, TableStyle
from serve import serve

WIDTH = A4[0] - 112
TEXT = ParagraphStyle("text", fontName="Regular", fontSize=9.5, leading=15.5, wordWrap="CJK", spaceAfter=4)
CELL = ParagraphStyle("cell", TEXT, fontSize=8.5, leading=12.5, spaceAfter=0)
BOLD = ParagraphStyle("bold", CELL, fontName="Bold")
HEADINGS = {
    level: ParagraphStyle(
        f"h{level}", TEXT, fontName="Bold", fontSize=size, leading=size * 1.4, keepWithNext=1
    )
    for level, size in ((1, 20), (2, 13), (3, 10.5), (4, 9.5))
}
GRID = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.lightgrey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)


def flowable(block: dict[str, Any]) -> Flowable:
    """Return one block as a flowable."""
    if block["kind"] == "heading":
        return Paragraph(escape(block["text"]), HEADINGS[block["level"]])
    if block["kind"] == "text":
        return Paragraph(escape(block["text"]), TEXT)
    if block["kind"] == "plot":
        return plot(block)
    head = [Paragraph(escape(text), BOLD) for text in block["head"]]
    rows = [[Paragraph(escape(text), CELL) for text in row] for row in block["rows"]]
    widths = [WIDTH * share / sum(block["shares"]) for share in block["shares"]]
    return LongTable([head, *rows], widths, repeatRows=1, style=GRID)


def plot(block: dict[str, Any]) -> Drawing:
    """Return one series with its target line."""
    drawing, chart = Drawing(WIDTH, 90), LinePlot()
    chart.x, chart.y, chart.width, chart.height = 30, 20, WIDTH - 60, 50
    points = [(at, value) for at, value in enumerate(block["values"]) if value is not None]
    chart.data = [points or [(0, 0)]]
    if block["target"] is not None:
        chart.data.append([(0, block["target"]), (len(block["labels"]) - 1 or 1, block["target"])])
    chart.xValueAxis.labels.fontName = chart.yValueAxis.labels.fontName = "Regular"
    chart.xValueAxis.valueMin, chart.xValueAxis.valueMax = 0, max(len(block["labels"]) - 1, 1)
    chart.xValueAxis.labelTextFormat = lambda at: block["labels"][min(round(at), len(block["labels"]) - 1)]
    chart.xValueAxis.valueStep = 1
    drawing.add(chart)
    drawing.add(String(0, 80, block["name"], fontName="Bold", fontSize=8))
    return drawing


def maker() -> Callable[[str], bytes]:
    """Return a function that makes the document of the facts under a number."""
    facts, fonts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    for name in ("Regular", "Bold"):
        registerFont(TTFont(name, str(fonts / f"NotoSansSC-{name}.ttf")))

    def make(number: str) -> bytes:
        target = io.BytesIO()

        def page(canvas: Any, document: Any) -> None:
            canvas.setFont("Regular", 8)
            canvas.drawString(56, A4[1] - 40, f"{facts['title']}　{number}")
            canvas.drawCentredString(A4[0] / 2, 30, str(document.page))

        document = SimpleDocTemplate(
            target, pagesize=A4, leftMargin=56, rightMargin=56, topMargin=68, bottomMargin=62
        )
        document.build([flowable(block) for block in facts["blocks"]], onFirstPage=page, onLaterPages=page)
        return target.getvalue()

    return make


if __name__ == "__main__":
    serve(reportlab.Version, maker())
