"""Looks at tags as they stand in Word: beside other text, across paragraphs, where they are never evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Code, Diagnostic, Severity, Text, found
from generator.render.docx.expressions import SYNTAX
from generator.render.docx.program import Source, shortened
from generator.render.docx.scan import MAX_TAGS, scan, without_tags
from generator.render.docx.trust import TOO_LARGE
from generator.render.docx.wording import W, all_text, text_of

BESIDE = Code(
    "T120",
    Severity.ERROR,
    Text("{%p %}、{%tr %}、{%tc %} 标签旁有其他内容", "Content beside a {%p %}, {%tr %} or {%tc %} tag"),
    Text(
        "{%p …%} 会连同整个段落一起消失，{%tr …%} 连同整行，{%tc …%} 连同整个单元格。旁边的文字、图片、书签会被静默删除，"
        "所以这样的标签须单独成段、成行或成格，并且只写一个。",
        "{%p …%} disappears with its whole paragraph, {%tr …%} with its row, {%tc …%} with its cell. Text, pictures "
        "and bookmarks beside it would be deleted silently: such a tag stands alone in its paragraph, row or cell.",
    ),
)
FULL_WIDTH = Code(
    "T121",
    Severity.ERROR,
    Text("标签用了全角括号", "Full-width brackets around a tag"),
    Text(
        "｛｛ 名称 ｝｝ 会原样打印出来。请在英文输入法下写 {{ 名称 }} 和 {% … %}。",
        "｛｛ name ｝｝ is printed as it stands. Write {{ name }} and {% … %} with ASCII characters.",
    ),
)
UNCLOSED = Code(
    "T122",
    Severity.ERROR,
    Text("标签没有写完", "Unfinished tag"),
    Text(
        "{{ 须以 }} 结束，{% 须以 %} 结束，并且在同一段落内。",
        "{{ ends with }} and {% with %}, in the same paragraph.",
    ),
)
ACROSS = Code(
    "T123",
    Severity.ERROR,
    Text("块的开始和结束不在同一层", "Block that begins and ends in different places"),
    Text(
        "写在文字中的 {% if %} 须在同一段落内 {% endif %}；{%p if %} 与 {%p endif %} 须在同一正文或同一单元格；{%tr for %} 与 "
        "{%tr endfor %} 须在同一表格；{%tc for %} 与 {%tc endfor %} 须在同一行；else 与 if 用同一种标签。",
        "An {% if %} within text ends in the same paragraph; {%p if %} and {%p endif %} stand in the same body or "
        "cell; {%tr for %} and {%tr endfor %} in the same table; {%tc for %} and {%tc endfor %} in the same row; "
        "else is written with the same kind of tag as its if.",
    ),
)
NOT_RENDERED = Code(
    "T124",
    Severity.ERROR,
    Text("标签所在之处不会被填写", "Tag in a place that is never filled in"),
    Text(
        "只有正文、页眉、页脚和脚注的文字会被填写；批注、尾注、域代码、图表、图片说明、公式中的标签会原样打印。",
        "Only the text of body, headers, footers and footnotes is filled in. In endnotes, field codes, charts, "
        "picture descriptions and formulas a tag would be printed as it stands.",
    ),
)
KIND = Code(
    "T125",
    Severity.ERROR,
    Text("不支持的标签写法", "Kind of tag that is not supported"),
    Text(
        "不支持 {{p …}}、{{tr …}}、{{tc …}}、{%r …%}、{%- … -%}，也不支持 cellbg、colspan、vm、hm（docxtpl 会写出 Word "
        "不接受的顺序）。请使用 {{ }}、{{r }}、{% %}、{%p %}、{%tr %}、{%tc %}。",
        "{{p …}}, {{tr …}}, {{tc …}}, {%r …%}, {%- … -%} and cellbg, colspan, vm, hm are not supported (docxtpl "
        "writes the latter in an order that Word rejects). Use {{ }}, {{r }}, {% %}, {%p %}, {%tr %}, {%tc %}.",
    ),
)

_FULL_WIDTH = re.compile(r"｛\s*[｛{%％#＃]|\{\s*[｛％＃]|[}%％#＃]\s*｝|｝\s*[｝}]|％\s*\}")
_PREFIX = re.compile(r"\{[{%#][-+]?(p|tr|tc|r)\s")
_WORD = re.compile(r"\{%(?:p|tr|tc|r)?[\s+-]*(\w+)")
_DOCXTPL = frozenset({"cellbg", "colspan", "vm", "hm"})
_LEVEL_TAGS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_LOST = (
    *(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}fldChar", f"{W}fldSimple", f"{W}hyperlink", f"{W}sdt"),
    *(f"{W}sectPr", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}ptab", f"{W}sym"),
    *(f"{W}bookmarkStart", f"{W}bookmarkEnd"),
)
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag, the paragraph it stands in, and its kind: p, tr, tc, r or "" for one within text."""

    text: str
    paragraph: etree._Element
    kind: str


def lint(source: Source, root: etree._Element) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the tags of a part that is rendered."""
    problems = list(_elsewhere(source, root))
    tags = list[_Tag]()
    for paragraph in root.iter(f"{W}p"):
        text = text_of(paragraph)
        scanned = scan(text)
        problems += _brackets(source, text, scanned.strays)
        for found_tag in scanned.tags:
            prefix = _PREFIX.match(found_tag.text)
            tag = _Tag(found_tag.text, paragraph, prefix.group(1) if prefix else "")
            tags.append(tag)
            if len(tags) > MAX_TAGS:
                return (complaint(source, TOO_LARGE, "", ""),)
            problems += _kind(source, tag)
            problems += _alone(source, tag)
    return tuple(dict.fromkeys([*problems, *_blocks(source, tags)]))


def lint_unrendered(source: Source, content: bytes) -> tuple[Diagnostic, ...]:
    """Return a finding if a part that is kept as it is holds a tag."""
    text = _MARKUP.sub("", content.decode("utf-8"))
    tag = next((tag.text for tag in scan(text).tags if not tag.text.startswith("{#")), None)
    return () if tag is None else (complaint(source, NOT_RENDERED, "", tag),)


def complaint(source: Source, code: Code, around: str, tag: str) -> Diagnostic:
    """Return a finding about ``tag``, which stands in the text ``around``."""
    lead, tag = source.where(around), f" {shortened(tag)}" if tag else ""
    message = Text(f"模板{lead.zh}{tag}：{code.title.zh}", f"{lead.en}{tag}: {code.title.en}")
    return found(code, message, source.location, hint=code.manual)


def _elsewhere(source: Source, root: etree._Element) -> Iterator[Diagnostic]:
    """Yield tags in field codes, formulas, drawings and attributes."""
    for element in root.iter(etree.Element):
        texts = [str(value) for value in element.attrib.values()]
        if element.tag != f"{W}t":
            texts.append(element.text or "")
        for text in texts:
            if "{{" in text or "{%" in text:
                yield complaint(source, NOT_RENDERED, "", text)


def _brackets(source: Source, text: str, strays: tuple[tuple[int, str], ...]) -> Iterator[Diagnostic]:
    match = _FULL_WIDTH.search(without_tags(text))
    if match:
        yield complaint(source, FULL_WIDTH, text, match.group())
    for _, stray in strays:
        yield complaint(source, UNCLOSED, text, stray)


def _kind(source: Source, tag: _Tag) -> Iterator[Diagnostic]:
    word = _WORD.match(tag.text)
    spaced = tag.text[2:3] in ("-", "+") or tag.text[-3:-2] in ("-", "+")
    output = tag.text.startswith("{{") and tag.kind not in ("", "r")
    statement = tag.text.startswith("{%") and tag.kind == "r"
    if spaced or output or statement or (word and word.group(1) in _DOCXTPL):
        yield complaint(source, KIND, text_of(tag.paragraph), tag.text)


def _alone(source: Source, tag: _Tag) -> Iterator[Diagnostic]:
    if tag.kind not in _LEVEL_TAGS or tag.text.startswith("{{"):
        return
    holder = next(_holders(tag.paragraph, _LEVEL_TAGS[tag.kind]), None)
    if holder is None:
        yield complaint(source, ACROSS, text_of(tag.paragraph), tag.text)
    elif all_text(holder).strip() != tag.text or any(True for _ in holder.iter(*_LOST)):
        yield complaint(source, BESIDE, text_of(tag.paragraph), tag.text)


def _holders(paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
    if paragraph.tag == name:
        yield paragraph
    yield from paragraph.iterancestors(name)


def _place(tag: _Tag) -> tuple[str, etree._Element | None]:
    """Return the kind of ``tag`` and the element in which its block must end."""
    if tag.kind not in _LEVEL_TAGS:
        return "", tag.paragraph
    holder = next(_holders(tag.paragraph, _LEVEL_TAGS[tag.kind]), None)
    return tag.kind, None if holder is None else holder.getparent()


def _blocks(source: Source, tags: list[_Tag]) -> Iterator[Diagnostic]:
    """Yield blocks that do not end, or end where they did not begin."""
    stack: list[tuple[str, _Tag]] = []
    for tag in tags:
        match = _WORD.match(tag.text)
        word = match.group(1) if match else ""
        if word in ("if", "for"):
            stack.append((word, tag))
        elif word in ("elif", "else", "endif", "endfor"):
            kind, opening = stack[-1] if stack else ("", None)
            if opening is None or (word.startswith("end") and word != f"end{kind}"):
                yield complaint(source, SYNTAX, text_of(tag.paragraph), tag.text)
            elif _place(opening) != _place(tag):
                yield complaint(source, ACROSS, text_of(tag.paragraph), tag.text)
            if stack and word.startswith("end"):
                stack.pop()
    for _, tag in stack:
        yield complaint(source, UNCLOSED, text_of(tag.paragraph), tag.text)
