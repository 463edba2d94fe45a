"""Building blocks for the Word templates: pages, paragraphs, tables, headers, and a save with stable bytes."""

from __future__ import annotations

import copy
import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from word_styles import HEI, NS, OFFICIAL, fonts_xml, numbering_xml, settings_xml, styles_xml

TEXT_WIDTH = 15.6
"""Centimetres between the margins of an upright A4 page."""
LANDSCAPE_WIDTH = 24.3
HEAD_FILL = "F2F2F2"
_FIXED = (1980, 1, 1, 0, 0, 0)
_CREATED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
_UNWANTED = ("stylesWithEffects", "thumbnail", "customXml", "webSettings")
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
Parent = Any
"""A document, table cell, header or footer: whatever takes paragraphs."""


def new_document(*, landscape: bool = False, title_page: bool = False) -> Document:
    """Return an empty A4 document with the house styles; ``title_page`` gives page one a header of its own."""
    document = docx.Document()
    _clean(document)
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    if landscape:
        section._sectPr.pgSz.set(_w("orient"), "landscape")
    section.left_margin = section.right_margin = Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.0)
    section.header_distance, section.footer_distance = Cm(1.3), Cm(1.1)
    section.different_first_page_header_footer = title_page
    for grid in section._sectPr.findall(_w("docGrid")):
        section._sectPr.remove(grid)
    return document


def officially(document: Document) -> Document:
    """Return ``document`` with the page of GB/T 9704-2012 in place of the house's: margins, styles, page numbers.

    What the template says stays as it is; tables that were wider than the text block are made narrower.
    """
    _dress(document, {"styles.xml": styles_xml(OFFICIAL), "settings.xml": settings_xml(two_sided=True)})
    section = document.sections[0]
    landscape = section.page_width > section.page_height  # type: ignore[operator]
    margins = (37, 28, 35, 26) if not landscape else (28, 37, 26, 35)
    section.top_margin, section.left_margin, section.bottom_margin, section.right_margin = map(Mm, margins)
    section.footer_distance = Mm(margins[2] - 10)  # the rule beside the number is 7 mm below the text (7.5)
    _paged(section.footer, "right")
    _paged(section.even_page_footer, "left")
    for stops in section.header._element.iter(_w("tabs")):
        for stop in stops:
            stop.set(_w("pos"), str(_twips(_text_width(document))))
    _clear(section.even_page_header)
    for paragraph in section.header.paragraphs:
        if paragraph.style is not None and paragraph.style.style_id == "Header":
            paragraph.add_run("　共 ")  # the standard's numbers do not say how many pages belong together
            field(paragraph, "NUMPAGES", "1")
            paragraph.add_run(" 页")
        section.even_page_header._element.append(copy.deepcopy(paragraph._p))
    for made in document.tables:
        _fit(made, _text_width(document))
    return document


def add(parent: Parent, text: str = "", style: str = "Text", *, keep_next: bool | None = None) -> Paragraph:
    """Append a paragraph of one run, so that a tag is never cut in two; a table cell's first one is reused."""
    paragraph = _fresh(parent) or parent.add_paragraph()
    paragraph._p.style = style
    for index, part in enumerate(text.split("\t")):
        run = paragraph.add_run()
        if index:
            run.add_tab()
        run.add_text(part) if part else None
    if keep_next is not None:
        paragraph.paragraph_format.keep_with_next = keep_next
    return paragraph


def tag(parent: Parent, statement: str) -> Paragraph:
    """Append a paragraph that holds nothing but ``{%p statement %}`` and vanishes when rendered."""
    return add(parent, f"{{%p {statement} %}}", "Normal")


def when(parent: Parent, condition: str, text: str, style: str = "Text") -> None:
    """Append a paragraph that appears only under ``condition``."""
    tag(parent, f"if {condition}")
    add(parent, text, style)
    tag(parent, "endif")


def table(
    parent: Parent,
    widths: Sequence[float],
    head: Sequence[str],
    rows: Iterable[Sequence[str] | str],
    *,
    styles: Sequence[str] | None = None,
    lines: bool = True,
    gap: bool = True,
) -> Table:
    """Append a table with fixed ``widths`` in centimetres, repeated header row, and rows that never split.

    A row that is a string is a tag row, e.g. ``"for row in rows"``; an empty ``head`` leaves the header row out.
    ``styles`` names the paragraph style of each column. Without ``lines`` text stands at the top of its row. ``gap`` adds the small paragraph that keeps two tables apart.
    """
    made = _empty_table(parent, widths, lines)
    if head:
        row = _row(made, head, ["TableHead"] * len(head), widths)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NS}/>"))
        for cell in row.cells:
            shade(cell)
    columns = styles or ["TableText"] * len(widths)
    for texts in rows:
        is_tag = isinstance(texts, str)
        _row(
            made,
            [f"{{%tr {texts} %}}", *[""] * (len(widths) - 1)] if is_tag else texts,
            columns,
            widths,
            "center" if lines else "top",
        )
    if gap:
        add(parent, "", "Gap")
    return made


def shade(cell: _Cell, fill: str = HEAD_FILL) -> None:
    """Give a cell the light grey of header cells."""
    properties = cell._tc.get_or_add_tcPr()
    shading = parse_xml(f'<w:shd {NS} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    after = properties.find(_w("vAlign"))
    properties.append(shading) if after is None else after.addprevious(shading)


def merge(made: Table, row: int, first: int, last: int) -> _Cell:
    """Join the cells ``first`` to ``last`` of a row and return the joined cell, its empty paragraphs removed."""
    cells = made.rows[row].cells
    joined = cells[first].merge(cells[last])
    for paragraph in joined.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
    return joined


def keep_together(made: Table) -> None:
    """Let every row stay on one page with the next: the whole table never splits."""
    for row in made.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def header(
    document: Document,
    left: str,
    right: str = "",
    *,
    draft: str | None = None,
    mark: str = "草　案",
    sealed: str | None = None,
) -> None:
    """Fill the page header with ``left`` and ``right`` over a rule.

    ``draft`` is the condition under which the watermark ``mark`` lies behind every page, ``sealed`` that under which
    every page says where it is sealed across its edge; the title page included.
    """
    section = document.sections[0]
    width = _text_width(document)
    _header_part(section.header, f"{left}\t{right}", "Header", draft, mark, width, sealed)
    if section.different_first_page_header_footer:
        _header_part(section.first_page_header, "", "HeaderPlain", draft, mark, width, sealed)


def footer(document: Document) -> None:
    """Fill the page footer with 第X页 共Y页 as fields; a title page has none."""
    section = document.sections[0]
    _clear(section.footer)
    paragraph = add(section.footer, "第 ", "Footer")
    field(paragraph, "PAGE", "1")
    paragraph.add_run(" 页　共 ")
    field(paragraph, "NUMPAGES", "1")
    paragraph.add_run(" 页")
    if section.different_first_page_header_footer:
        _clear(section.first_page_footer)
        add(section.first_page_footer, "", "Footer")


def field(paragraph: Paragraph, instruction: str, cached: str) -> None:
    """Append a field that shows ``cached`` until Word updates it."""
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(cached)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {NS}>{inner}</w:r>"))


def page_break(parent: Parent) -> None:
    """Start a new page before the next paragraph."""
    add(parent, "", "Normal")._p.append(parse_xml(f'<w:r {NS}><w:br w:type="page"/></w:r>'))


def save(document: Document, path: Path, title: str) -> None:
    """Write ``document``: parts in order of name, fixed dates, so that the same template has the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, "jiayi", "jiayi"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = _CREATED
    properties.revision, properties.language = 1, "zh-CN"
    raw = io.BytesIO()
    document.save(raw)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))


def _clean(document: Document) -> None:
    """Replace what python-docx's own default document brings by the house styles and settings."""
    package, part = document.part.package, document.part
    for holder in (package, part):
        for key, relation in list(holder.rels.items()):
            if not relation.is_external and any(name in str(relation.target_ref) for name in _UNWANTED):
                del holder.rels[key]
    house = {
        "styles.xml": styles_xml(),
        "numbering.xml": numbering_xml(),
        "settings.xml": settings_xml(),
        "fontTable.xml": fonts_xml(),
    }
    _dress(document, house)


def _dress(document: Document, parts: Mapping[str, str]) -> None:
    """Replace the parts of ``document`` whose names end as the keys say."""
    for relation in document.part.rels.values():
        for ending, xml in parts.items():
            if not relation.is_external and str(relation.target_part.partname).endswith(ending):
                _replace(relation.target_part, xml)


def _replace(part: Any, xml: str) -> None:
    if hasattr(part, "_element"):
        part._element = parse_xml(xml)
    else:
        part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _fresh(parent: Parent) -> Paragraph | None:
    """Return the bare paragraph that a new table cell comes with."""
    if not isinstance(parent, _Cell):
        return None
    paragraphs = parent.paragraphs
    return paragraphs[0] if len(paragraphs) == 1 and not len(paragraphs[0]._p) else None


def _empty_table(parent: Parent, widths: Sequence[float], lines: bool) -> Table:
    total = sum(widths)
    made = parent.add_table(0, len(widths))
    tbl = made._tbl
    tbl.remove(tbl.tblPr)
    tbl.insert(
        0,
        parse_xml(
            f'<w:tblPr {NS}><w:tblStyle w:val="{"TableGrid" if lines else "TableNormal"}"/>'
            f'<w:tblW w:w="{_twips(total)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            'w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        ),
    )
    for column, width in zip(tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(_w("w"), str(_twips(width)))
    return made


def _row(
    made: Table, texts: Sequence[str], styles: Sequence[str], widths: Sequence[float], align: str = "center"
) -> _Row:
    row = made.add_row()
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {NS}/>"))
    for cell, text, style, width in zip(row.cells, texts, styles, widths, strict=True):
        cell.width = Cm(width)
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:vAlign {NS} w:val="{align}"/>'))
        for line in text.split("\n"):
            add(cell, line, style)
    return row


def _header_part(  # what one header consists of
    part: Any, text: str, style: str, draft: str | None, mark: str, width: float, sealed: str | None
) -> None:
    _clear(part)
    if sealed is not None:
        tag(part, f"if {sealed}")
        _edge(add(part, "骑缝章", "Seal"))
        tag(part, "endif")
    branches = [(None, False)] if draft is None else [(draft, True), (f"not ({draft})", False)]
    for condition, marked in branches:
        if condition:
            tag(part, f"if {condition}")
        paragraph = add(part, text, style)
        if text:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), 2)  # type: ignore[arg-type]  # RIGHT
        if marked:
            paragraph._p.append(_watermark(mark))
        if condition:
            tag(part, "endif")


def _edge(paragraph: Paragraph) -> None:
    """Let a paragraph stand at the middle of the page's right edge, one character wide."""
    frame = (
        '<w:framePr {} w:w="220" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="11300" w:y="7900"/>'
    )
    paragraph._p.get_or_add_pPr().insert(1, parse_xml(frame.format(NS)))


def _paged(part: Any, align: str) -> None:
    """Fill a footer with the number between rules, one character from the outer edge."""
    _clear(part)
    paragraph = add(part, "— ", "Footer")
    field(paragraph, "PAGE", "1")
    paragraph.add_run(" —")
    paragraph.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Pt(14)


def _fit(made: Table, width: float) -> None:
    """Make a table that is wider than ``width`` centimetres as wide as that, its columns in proportion."""
    most, whole = _twips(width), made._tbl.tblPr.find(_w("tblW"))
    now = int(whole.get(_w("w")))
    if now <= most:
        return
    for element in (whole, *made._tbl.iter(_w("gridCol")), *made._tbl.iter(_w("tcW"))):
        element.set(_w("w"), str(int(element.get(_w("w"))) * most // now))


def _clear(part: Any) -> None:
    """Give the section a header or footer of its own, empty of the paragraph that python-docx puts there."""
    part.is_linked_to_previous = False
    for paragraph in part.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)


def _watermark(mark: str) -> Any:
    """Return the run with the WordArt shape that Word itself writes for a watermark (VML)."""
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:360pt;height:150pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    kind = (
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" '
        'text="t" shapetype="t"/></v:shapetype>'
    )
    return parse_xml(
        f"<w:r {NS} {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>{kind}"
        f'<v:shape id="Watermark" o:spid="_x0000_s2049" type="#_x0000_t136" style="{place}" o:allowincell="f" '
        f'fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;{HEI}&quot;;font-size:1pt" string={quoteattr(mark)}/>'
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )


def _text_width(document: Document) -> float:
    section = document.sections[0]
    return (section.page_width - section.left_margin - section.right_margin) / Cm(1)  # type: ignore[operator]


def _twips(centimetres: float) -> int:
    return round(centimetres * 1440 / 2.54)


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
