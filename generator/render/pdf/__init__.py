"""PDF from values: blocks of text, tables and figures in, the bytes of an A4 document out.

``render(Document(...))`` is the one entry point; everything else here is a value that stands in a document.
"""

from generator.render.pdf.bars import Bar, BarChart, BarWords
from generator.render.pdf.document import Document, Rendered, render
from generator.render.pdf.flow import Block, PageBreak, Space
from generator.render.pdf.lines import Run
from generator.render.pdf.marks import Mark, Tile, Tiles, plain
from generator.render.pdf.matrix import Risk, RiskMatrix
from generator.render.pdf.properties import Properties
from generator.render.pdf.prose import Heading, Item, Prose, Title
from generator.render.pdf.scatter import Dot, Scatter
from generator.render.pdf.table import Cell, Column, Table, facts
from generator.render.pdf.text import Content
from generator.render.pdf.theme import BODY, NOTE, PLAIN, Style, Tone
from generator.render.pdf.timeline import Milestone, Timeline, TimelineWords
from generator.render.pdf.trend import Point, Series, TrendChart, TrendWords

__all__ = [
    "BODY",
    "NOTE",
    "PLAIN",
    "Bar",
    "BarChart",
    "BarWords",
    "Block",
    "Cell",
    "Column",
    "Content",
    "Document",
    "Dot",
    "Heading",
    "Item",
    "Mark",
    "Milestone",
    "PageBreak",
    "Point",
    "Properties",
    "Prose",
    "Rendered",
    "Risk",
    "RiskMatrix",
    "Run",
    "Scatter",
    "Series",
    "Space",
    "Style",
    "Table",
    "Tile",
    "Tiles",
    "Timeline",
    "TimelineWords",
    "Title",
    "Tone",
    "TrendChart",
    "TrendWords",
    "facts",
    "plain",
    "render",
]
