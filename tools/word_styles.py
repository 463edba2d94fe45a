"""The styles, numbering and settings of every Word template, as WordprocessingML (ECMA-376-1, part 17)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SONG, HEI, KAI, FANG, LATIN = "宋体", "黑体", "楷体", "仿宋", "Times New Roman"
LANG = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style. Sizes and spacing in points, ``indent`` (first line) and ``left`` in characters."""

    id: str
    name: str
    font: str = SONG
    size: float = 12
    bold: bool = False
    align: str = "both"
    indent: int = 0
    left: int = 0
    before: float = 0
    after: float = 0
    line: float = 19
    at_least: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    rule_below: bool = False
    spacing: float = 0
    """Points between characters."""

    based_on: str | None = "Normal"


STYLES = (
    Style(id="Normal", name="Normal", based_on=None),
    Style(id="Text", name="合同正文", indent=2),
    Style(id="Plain", name="无缩进正文"),
    Style(
        id="Title",
        name="Title",
        font=HEI,
        size=18,
        align="center",
        before=6,
        after=12,
        line=30,
        keep_next=True,
    ),
    Style(id="Subtitle", name="Subtitle", size=12, align="center", after=6, keep_next=True),
    Style(id="CoverTitle", name="封面标题", font=HEI, size=26, align="center", line=42, at_least=True),
    Style(id="CoverText", name="封面文字", size=14, align="left", line=30, at_least=True),
    Style(
        id="Section",
        name="小节",
        font=HEI,
        size=12,
        align="left",
        before=12,
        after=4,
        keep_next=True,
        outline=0,
    ),
    Style(
        id="Article",
        name="条",
        font=HEI,
        align="left",
        before=9,
        after=3,
        line=24,
        keep_next=True,
        keep_lines=True,
        outline=0,
        numbering=(1, 0),
    ),
    Style(id="Clause", name="款", indent=2, numbering=(1, 1)),
    Style(id="Item", name="项", indent=2, numbering=(1, 2)),
    Style(
        id="Annex",
        name="附件标题",
        font=HEI,
        size=15,
        align="center",
        before=24,
        after=12,
        line=28,
        keep_next=True,
        keep_lines=True,
        outline=0,
        numbering=(2, 0),
    ),
    Style(
        id="AnnexSection",
        name="附件小节",
        font=HEI,
        align="left",
        before=10,
        after=4,
        line=24,
        keep_next=True,
        keep_lines=True,
        outline=1,
        numbering=(2, 1),
    ),
    Style(id="AnnexClause", name="附件款", indent=2, numbering=(2, 2)),
    Style(id="AnnexItem", name="附件项", indent=2, numbering=(2, 3)),
    Style(
        id="TableTitle",
        name="表题",
        font=HEI,
        size=10.5,
        align="left",
        before=8,
        after=3,
        line=18,
        keep_next=True,
    ),
    Style(
        id="TableHead",
        name="表头",
        font=HEI,
        size=10.5,
        align="center",
        before=2,
        after=2,
        line=15,
        at_least=True,
        keep_next=True,
    ),
    Style(id="TableText", name="表文", size=10.5, align="left", before=2, after=2, line=15, at_least=True),
    Style(
        id="TableCenter",
        name="表文居中",
        size=10.5,
        align="center",
        before=2,
        after=2,
        line=15,
        at_least=True,
    ),
    Style(id="TableNumber", name="表数", size=10.5, align="right", before=2, after=2, line=15, at_least=True),
    Style(id="Gap", name="表后空行", size=6, line=8),
    Style(id="Lead", name="表前空行", size=2, line=4, keep_next=True),
    Style(id="Note", name="注", size=9, align="left", before=3, line=14, at_least=True),
    Style(id="Sign", name="签署", align="left", line=26, at_least=True, keep_next=True, keep_lines=True),
    Style(
        id="ContentsTitle",
        name="目录标题",
        font=HEI,
        size=15,
        align="center",
        after=12,
        line=28,
        page_break=True,
    ),
    Style(id="TOC1", name="toc 1", align="left", line=17),
    Style(id="Seal", name="骑缝章", size=9, align="center", line=11),
    Style(id="Header", name="header", size=9, align="left", line=12, at_least=True, rule_below=True),
    Style(id="HeaderPlain", name="无线页眉", size=9, align="left", line=12, at_least=True),
    Style(id="Footer", name="footer", size=9, align="center", line=12, at_least=True),
)

PITCH = 28.95
"""Points from line to line of an official page: 22 lines in 225 mm (GB/T 9704-2012, 5.2.3)."""

_HEADINGS = {"font": HEI, "size": 16, "line": PITCH, "before": 0, "after": 0, "spacing": -0.25}
_BODY = _HEADINGS | {"font": FANG}
_TITLE = _HEADINGS | {"font": SONG, "size": 22, "bold": True, "line": 36, "after": PITCH}
_OFFICIAL: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("Normal", "Text", "Plain", "Clause", "Item", "AnnexClause", "AnnexItem"), _BODY),
    **dict.fromkeys(("TOC1", "Sign", "CoverText", "Subtitle"), _BODY),
    **dict.fromkeys(("Section", "Article", "AnnexSection", "ContentsTitle"), _HEADINGS),
    **dict.fromkeys(("Title", "Annex"), _TITLE),
    "CoverTitle": _TITLE | {"size": 26, "line": 42},
    **{name: {"font": FANG} for name in ("TableText", "TableCenter", "TableNumber", "Note")},
    "Footer": {"size": 14, "line": 18},
    "Seal": {"font": FANG},
}
OFFICIAL = tuple(replace(style, **_OFFICIAL.get(style.id, {})) for style in STYLES)
"""The same styles by GB/T 9704-2012, 5.2.2 and 7.3: 仿宋 三号, 28 characters a line, titles 二号, headings 黑体."""


def styles_xml(styles: tuple[Style, ...] = STYLES) -> str:
    """Return ``word/styles.xml``: defaults, ``styles`` and two table styles (with and without lines)."""
    return (
        f"<w:styles {NS}>{_defaults()}"
        + "".join(_style(style) for style in styles)
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        + '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        + _table_style("TableNormal", "Normal Table", default=True)
        + _table_style("TableGrid", "Table Grid", lines=True)
        + "</w:styles>"
    )


def numbering_xml() -> str:
    """Return ``word/numbering.xml``: 1 = 第一条 /（一）/ 1.; 2 = 附件一 / 一、/ 1. /（1）"""
    articles = (
        _level(0, "第%1条", "chineseCountingThousand", "Article", suffix="space")
        + _level(1, "（%2）", "chineseCountingThousand", "Clause", indent=True)
        + _level(2, "%3.", "decimal", "Item", indent=True, suffix="space")
    )
    annexes = (
        _level(0, "附件%1", "chineseCountingThousand", "Annex", suffix="space")
        + _level(1, "%2、", "chineseCountingThousand", "AnnexSection")
        + _level(2, "%3.", "decimal", "AnnexClause", indent=True, suffix="space")
        + _level(3, "（%4）", "decimal", "AnnexItem", indent=True)
    )
    return (
        f"<w:numbering {NS}>"
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{articles}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>{annexes}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def settings_xml(*, two_sided: bool = False) -> str:
    """Return ``word/settings.xml``: Chinese line breaking, Word 2013 layout, no automatic field update.

    A ``two_sided`` document has headers and footers of their own on even pages.
    """
    sides = "<w:evenAndOddHeaders/>" if two_sided else ""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'<w:settings {NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{sides}'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def fonts_xml() -> str:
    """Return ``word/fontTable.xml``: the five faces, each with the name it has on other systems."""
    faces = (
        (SONG, "SimSun", "roman"),
        (HEI, "SimHei", "modern"),
        (KAI, "KaiTi", "modern"),
        (FANG, "FangSong,仿宋_GB2312", "modern"),
        (LATIN, "", "roman"),
    )
    return (
        f"<w:fonts {NS}>"
        + "".join(
            f'<w:font w:name="{name}">'
            + (f'<w:altName w:val="{other}"/>' if other else "")
            + f'<w:charset w:val="{"86" if other else "00"}"/><w:family w:val="{family}"/></w:font>'
            for name, other, family in faces
        )
        + "</w:fonts>"
    )


def _fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{font}" w:cs="{LATIN}"/>'


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(SONG)}"
        f'<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/>{LANG}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>"
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(style: Style) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ""
    base = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    half = int(style.size * 2)
    spacing = f'<w:spacing w:val="{round(style.spacing * 20)}"/>' if style.spacing else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{base}'
        f"<w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr>"
        f'<w:rPr>{_fonts(style.font)}{bold}{spacing}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{LANG}</w:rPr></w:style>'
    )


def _paragraph(style: Style) -> str:
    rule = "atLeast" if style.at_least else "exact"
    parts = (
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if style.keep_lines else "",
        "<w:pageBreakBefore/>" if style.page_break else "",
        "<w:widowControl/>",
        _num(style.numbering) if style.numbering else "",
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="auto"/></w:pBdr>'
        if style.rule_below
        else "",
        "<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>",
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 20)}" w:lineRule="{rule}"/>',
        f'<w:ind w:left="{int(style.left * style.size * 20)}" w:leftChars="{style.left * 100}" '
        f'w:firstLine="{int(style.indent * style.size * 20)}" w:firstLineChars="{style.indent * 100}"/>',
        f'<w:jc w:val="{style.align}"/>',
        "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>',
    )
    return "".join(parts)


def _num(numbering: tuple[int, int]) -> str:
    num, level = numbering
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _level(
    index: int, text: str, form: str, style: str, *, indent: bool = False, suffix: str = "nothing"
) -> str:
    first = 480 if indent else 0
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{first}"/></w:pPr></w:lvl>'
    )


def _table_style(style_id: str, name: str, *, lines: bool = False, default: bool = False) -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges)
    return (
        f'<w:style w:type="table"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{"" if default else "<w:basedOn w:val=" + chr(34) + "TableNormal" + chr(34) + "/>"}'
        f'<w:uiPriority w:val="{99 if default else 39}"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{f'<w:tblBorders>{borders}</w:tblBorders>' if lines else ''}"
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
