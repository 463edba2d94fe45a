"""Checks and mends one rendered part before it goes into the package."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.parsers import expat

from generator.diagnostics import Code, Diagnostic, Severity, Text, found
from generator.render.docx.branch import Branch, Choice
from generator.render.docx.program import Source
from generator.render.docx.wording import W

NOT_WELL_FORMED = Code(
    "T147",
    Severity.ERROR,
    Text("填写后的文档不合规", "Rendered part that is not well-formed"),
    Text(
        "标签使 XML 的结构不完整。请检查消息中所说部分的 {% if %}、{% for %} 是否在同一段落、行、表格内成对出现。",
        "Tags broke the structure of the XML. Check that {% if %} and {% for %} in the named part are paired within "
        "the same paragraph, row or table.",
    ),
)
EMPTY_TABLE = Code(
    "T148",
    Severity.ERROR,
    Text("填写后的表格没有行", "Rendered table without rows"),
    Text(
        "循环的列表为空，表格没有剩下任何行，Word 无法打开。请在表格外加 {%p if 列表 %}…{%p endif %}，或保留标题行。",
        "The list of the loop is empty and no row is left, which Word cannot open. Put {%p if list %} … {%p endif %} "
        "around the table, or keep a heading row.",
    ),
)
BOOKMARK = Code(
    "T149",
    Severity.ERROR,
    Text("书签重复或引用落空", "Bookmark used twice, or reference to none"),
    Text(
        "每个书签的名称和编号在文档中只能出现一次；引用（REF、PAGEREF）须指向存在的书签，否则 Word 打印“错误！未找到引用源”。",
        "A bookmark's name and id stand once in a document, and a reference (REF, PAGEREF) leads to one that exists; "
        "otherwise Word prints “Error! Reference source not found”.",
    ),
)

_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_OPEN_CELL = re.compile(r"</w:tc>(?<!</w:p></w:tc>)(?<!<w:p/></w:tc>)")
_NO_ROW = re.compile(
    r"(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:tbl>|(?:<w:tr>|<w:tr [^>]*>|</w:trPr>)\s*</w:tr>|<w:tr(?: [^>]*)?/>"
)
_MARK = re.compile(r"<w:bookmarkStart\b[^>]*>")
_ATTRIBUTE = re.compile(r'w:(id|name)="([^"]*)"')
_MARKS = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")}
_REFERENCE = re.compile(r"<w:instrText[^>]*>\s*(?:REF|PAGEREF)\s+(\w+)")
_CHOICE = "<?choice?>"
"""Stands for a choice; in XML it neither opens nor closes anything."""
_FIRST_DRAWING = 1001  # docxtpl counts from here


def renumbered(text: str) -> str:
    """Return a body with its drawings numbered as docxtpl numbers them."""
    numbers = iter(range(_FIRST_DRAWING, _FIRST_DRAWING + text.count("<wp:docPr")))
    return _DRAWING_ID.sub(lambda match: f"{match[1]}{next(numbers)}{match[2]}", text)


def mend(source: Source, text: str, *, has_columns: bool) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a rendered part with the grids of varying tables recounted as docxtpl does, and why that cannot be done.

    A cell that an empty loop left without a paragraph gets one. ``has_columns`` says that the part has a
    ``{%tc %}`` tag.
    """
    if not has_columns and not _OPEN_CELL.search(text):
        return text, ()
    from docxtpl import DocxTemplate  # noqa: PLC0415  # slow to import, and few documents need it
    from lxml import etree  # noqa: PLC0415  # likewise

    try:
        root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:  # docxtpl would recover
        return "", (_finding(source, NOT_WELL_FORMED, Text(str(error), str(error))),)
    if has_columns:
        root = DocxTemplate("").fix_tables(text)
    for cell in root.iter(f"{W}tc"):
        last = next((child for child in reversed(cell) if child.tag not in _MARKS), None)
        if last is None or last.tag != f"{W}p":
            cell.append(cell.makeelement(f"{W}p"))
    return etree.tostring(root, encoding="unicode"), ()


def is_whole(branch: Branch) -> bool:
    """Return whether :func:`broken` can have nothing to find in what ``branch`` makes, whatever the values.

    Where each branch is well-formed by itself and its tables have a row in any case, every document made of them is so.
    """
    marked = "".join(piece if isinstance(piece, str) else _CHOICE for piece in branch)
    inner = chain.from_iterable(one.branches for one in branch if isinstance(one, Choice))
    return (
        _is_forest(marked) and not _NO_ROW.search(marked.replace(_CHOICE, "")) and all(map(is_whole, inner))
    )


def _is_forest(text: str) -> bool:
    try:
        expat.ParserCreate().Parse(f"<x>{text}</x>".encode(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return False
    return True


def broken(source: Source, text: str) -> Iterator[Diagnostic]:
    """Yield what Word could not open in a rendered part."""
    try:
        expat.ParserCreate().Parse(text.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        yield _finding(source, NOT_WELL_FORMED, Text(str(error), str(error)))
        return
    for table in _NO_ROW.finditer(text):
        before = " ".join(re.sub(r"<[^>]*>", " ", text[max(0, table.start() - 2000) : table.start()]).split())
        yield _finding(source, EMPTY_TABLE, Text(f"在“…{before[-30:]}”之后", f"after “…{before[-30:]}”"))


def dangling(source: Source, texts: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield bookmarks that stand twice in a document, and references that lead to none."""
    texts = [text for text in texts if "w:bookmarkStart" in text or "REF " in text]
    seen: Counter[tuple[str, str]] = Counter(
        attribute for text in texts for mark in _MARK.findall(text) for attribute in _ATTRIBUTE.findall(mark)
    )
    names = {value.lower() for kind, value in seen if kind == "name"}
    for (kind, value), count in seen.items():
        if count > 1:
            zh = "名称" if kind == "name" else "编号"
            yield _finding(
                source, BOOKMARK, Text(f"书签{zh} {value} 重复", f"bookmark {kind} {value} is used twice")
            )
    for name in dict.fromkeys(name for text in texts for name in _REFERENCE.findall(text)):
        if name.lower() not in names:
            yield _finding(
                source, BOOKMARK, Text(f"引用的书签 {name} 不存在", f"there is no bookmark {name}")
            )


def _finding(source: Source, code: Code, what: Text) -> Diagnostic:
    lead = source.where("")
    return found(
        code, Text(f"模板{lead.zh}：{what.zh}", f"{lead.en}: {what.en}"), source.location, hint=code.manual
    )
