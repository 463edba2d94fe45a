"""Refuses what a template may not hold: anything that runs, fetches, hides, or changes by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from generator.diagnostics import Code, Diagnostic, Severity, Text, found
from generator.render.docx.program import shortened
from generator.render.docx.trust import MACROS, UNREADABLE, Package, Relationship
from generator.render.docx.wording import W, paragraph_text, part_label, whole

EMBEDDED = Code(
    "T105",
    Severity.ERROR,
    Text("模板含有嵌入对象", "Template with embedded objects"),
    Text(
        "OLE 对象、ActiveX 控件、嵌入的工作簿和并入的文档不予接受。请改为表格或图片。",
        "OLE objects, ActiveX controls, embedded workbooks and merged documents are refused. Use a table or picture.",
    ),
)
FIELD = Code(
    "T106",
    Severity.ERROR,
    Text("模板含有不允许的域", "Field that is not allowed"),
    Text(
        "只允许页码、目录、引用、编号、书签、超链接、表单和文档属性等域。DDE、INCLUDETEXT、INCLUDEPICTURE、MACROBUTTON 等会读取"
        "其他文件或执行命令；DATE、TIME 等会使签署后的文件自行变化。日期请用标签打印。",
        "Allowed are fields for page numbers, contents, references, numbering, links, forms and document properties. "
        "DDE, INCLUDETEXT, INCLUDEPICTURE or MACROBUTTON read other files or run commands; DATE and TIME change a "
        "signed document by themselves: print dates by a tag.",
    ),
)
EXTERNAL = Code(
    "T107",
    Severity.ERROR,
    Text("模板引用外部内容", "Template that refers to something outside"),
    Text(
        "链接的图片、附加的模板等会在打开时访问网络或磁盘。只允许 http、https、mailto 超链接；图片须插入文档。",
        "A linked picture or attached template reaches for network or disk when the document opens. Only hyperlinks "
        "to http, https and mailto are allowed; insert pictures.",
    ),
)
TRACKED = Code(
    "T108",
    Severity.ERROR,
    Text("模板含有修订标记", "Template with tracked changes"),
    Text(
        "请在 Word 中接受或拒绝全部修订，关闭修订后再保存。",
        "Accept or reject all changes in Word, turn tracking off, and save.",
    ),
)
HIDDEN = Code(
    "T109",
    Severity.ERROR,
    Text("模板含有隐藏内容", "Template with hidden content"),
    Text(
        "隐藏文字、构建基块等看不见的内容会随合同一起发出。请删除或取消隐藏。",
        "Hidden text and building blocks leave with the contract, unseen. Delete or unhide them.",
    ),
)
COMMENTS = Code(
    "T110",
    Severity.ERROR,
    Text("模板含有批注", "Template with comments"),
    Text(
        "请删除批注后再保存；批注会随合同一起发出。",
        "Delete the comments; they would leave with the contract.",
    ),
)
FOREIGN = Code(
    "T111",
    Severity.ERROR,
    Text("模板含有不支持的内容", "Content of a kind that is not supported"),
    Text(
        "数据绑定、邮件合并和未知类型的部件会在打开时改变打印内容，不予接受。",
        "Data binding, mail merge and parts of an unknown kind may change what is printed when the document opens.",
    ),
)

_KEPT = frozenset(
    [
        "officeDocument",
        "styles",
        "settings",
        "webSettings",
        "fontTable",
        "font",
        "theme",
        "themeOverride",
        "numbering",
        "footnotes",
        "endnotes",
        "header",
        "footer",
        "image",
        "hyperlink",
        "chart",
        "chartStyle",
        "chartColorStyle",
        "chartUserShapes",
    ]
)
DROPPED = frozenset(
    [
        "core-properties",
        "extended-properties",
        "custom-properties",
        "thumbnail",
        "customXml",
        "customXmlProps",
        "stylesWithEffects",
    ]
)
"""Kinds of relationship that are left out of what is made: our own properties replace them, or nothing needs them."""

_REFUSED_KINDS: Mapping[str, tuple[Code, Text]] = {
    **dict.fromkeys(("vbaProject", "wordVbaData"), (MACROS, Text("宏", "macros"))),
    **dict.fromkeys(
        ("oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "frame"),
        (EMBEDDED, Text("嵌入对象", "an embedded object")),
    ),
    **dict.fromkeys(
        ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
        (COMMENTS, Text("批注", "comments")),
    ),
    "glossaryDocument": (HIDDEN, Text("构建基块", "building blocks")),
    "attachedTemplate": (EXTERNAL, Text("附加的模板", "an attached template")),
}
_TRACKED = (
    "ins del moveFrom moveTo rPrChange pPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange "
    "tblGridChange numberingChange cellIns cellDel cellMerge moveFromRangeStart moveToRangeStart delText "
    "customXmlInsRangeStart customXmlDelRangeStart customXmlMoveFromRangeStart customXmlMoveToRangeStart"
)
_ELEMENTS: Mapping[str, tuple[Code, Text]] = {
    **{W + name: (TRACKED, Text("修订标记", "a tracked change")) for name in _TRACKED.split()},
    **{W + name: (HIDDEN, Text("隐藏文字", "hidden text")) for name in ("vanish", "specVanish")},
    **{
        W + name: (COMMENTS, Text("批注", "a comment"))
        for name in ("commentRangeStart", "commentReference", "annotationRef")
    },
    **{
        W + name: (EMBEDDED, Text("嵌入对象", "an embedded object"))
        for name in ("object", "control", "altChunk")
    },
    W + "subDoc": (EMBEDDED, Text("子文档", "a subdocument")),
    W + "dataBinding": (FOREIGN, Text("数据绑定", "data binding")),
    W + "mailMerge": (FOREIGN, Text("邮件合并", "mail merge")),
    W + "movie": (FOREIGN, Text("视频", "a film")),
}
_FIELDS = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "REF",
        "PAGEREF",
        "NOTEREF",
        "STYLEREF",
        "TOC",
        "TC",
        "SEQ",
        "LISTNUM",
        "HYPERLINK",
        "SYMBOL",
        "DOCPROPERTY",
        "TITLE",
        "SUBJECT",
        "KEYWORDS",
        "FORMTEXT",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
    ]
)
_LINKS = frozenset({"http", "https", "mailto"})
_ARGUMENT = re.compile(r'"[^"]*"|\S+')
_OFF = frozenset({"0", "false", "off"})
_MOST = 5
"""Findings of one code that are shown for one part."""


def judge(name: str, package: Package) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """Return the parts that what is made from ``package`` keeps, and what may not be in the template."""
    kept, problems = reachable(package)
    seen: dict[tuple[str, str], int] = {}
    diagnostics = [_diagnostic(name, code, part_label(part), what, "") for part, code, what in problems]
    for part in sorted(kept & package.trees.keys()):
        for element, code, what in _contents(package.trees[part]):
            count = seen[part, code.id] = seen.get((part, code.id), 0) + 1
            if count <= _MOST:
                around = paragraph_text(element)
                diagnostics.append(_diagnostic(name, code, part_label(part), what, around))
    return kept, tuple(dict.fromkeys(diagnostics))


def reachable(package: Package) -> tuple[frozenset[str], list[tuple[str, Code, Text]]]:
    """Return the parts that a kept relationship leads to, and the relationships that may not be there."""
    kept, waiting, problems = set[str](), [""], list[tuple[str, Code, Text]]()
    while waiting:
        source = waiting.pop()
        for relationship in package.relationships.get(source, ()):
            kind = relationship.kind.rpartition("/")[2]
            problem = _unlawful(relationship, kind)
            if problem:
                problems.append((source or package.main, *problem))
            elif kind in DROPPED or relationship.external or relationship.target in kept:
                continue
            elif relationship.target in package.parts:
                kept.add(relationship.target)
                waiting.append(relationship.target)
            elif not (kind == "hyperlink" or relationship.target == "word/NULL"):
                missing = Text(f"缺少部件 {relationship.target}", f"a missing part, {relationship.target}")
                problems.append((source or package.main, UNREADABLE, missing))
    return frozenset(kept), problems


def _unlawful(relationship: Relationship, kind: str) -> tuple[Code, Text] | None:
    target = shortened(relationship.target)
    if kind in _REFUSED_KINDS:
        return _REFUSED_KINDS[kind]
    if kind not in _KEPT and kind not in DROPPED:
        return FOREIGN, Text(f"未知类型的部件 {kind} ({target})", f"a part of unknown kind {kind} ({target})")
    if relationship.external and not (kind == "hyperlink" and _is_link(relationship.target)):
        return EXTERNAL, Text(f"对外部内容的引用 {target}", f"a reference to {target}")
    return None


def _is_link(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in _LINKS
    except ValueError:
        return False


def _contents(root: etree._Element) -> Iterator[tuple[etree._Element, Code, Text]]:
    """Yield the elements of a part that a template may not hold."""
    fields: list[tuple[etree._Element, list[str]]] = []
    for element in root.iter(etree.Element):
        tag = str(element.tag)
        if tag in _ELEMENTS and element.get(f"{W}val") not in _OFF:
            yield element, *_ELEMENTS[tag]
        elif tag == f"{W}fldSimple":
            yield from _field(element, element.get(f"{W}instr", ""))
        elif tag == f"{W}instrText" and fields:
            fields[-1][1].append(element.text or "")
        elif tag in (f"{W}instrText", f"{W}delInstrText"):
            yield from _field(element, "")
        elif tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                fields.append((element, []))
            elif kind == "end" and fields:
                yield from _field(element, "".join(fields.pop()[1]))
        elif tag.startswith("{urn:schemas-microsoft-com:"):
            yield from _vml(element, tag)
    for element, _ in fields:
        yield element, FIELD, Text("没有结束的域", "a field that does not end")


def _field(element: etree._Element, instruction: str) -> Iterator[tuple[etree._Element, Code, Text]]:
    words = instruction.split()
    word = words[0].upper() if words else ""
    if word not in _FIELDS:
        yield element, FIELD, Text(f"域 {shortened(instruction)}", f"the field {shortened(instruction)}")
    elif word == "HYPERLINK":
        for address in _addresses(instruction):
            if not _is_link(address):
                yield element, EXTERNAL, Text(f"指向 {address} 的链接", f"a link to {address}")


def _addresses(instruction: str) -> Iterator[str]:
    """Yield what a HYPERLINK field leads to: its words that are not switches or what follows one."""
    words = iter(_ARGUMENT.findall(instruction)[1:])
    for word in words:
        if word.lower() in ("\\l", "\\o", "\\t"):
            next(words, None)
        elif not word.startswith("\\") or word.startswith("\\\\"):
            yield word.strip('"')


def _vml(element: etree._Element, tag: str) -> Iterator[tuple[etree._Element, Code, Text]]:
    if tag.endswith("}OLEObject"):
        yield element, EMBEDDED, Text("嵌入对象", "an embedded object")
    for attribute, value in element.attrib.items():
        address = str(value)
        if str(attribute).rpartition("}")[2] in ("src", "href", "althref") and not address.startswith("#"):
            yield element, EXTERNAL, Text(f"对外部内容的引用 {address}", f"a reference to {address}")


def _diagnostic(name: str, code: Code, part: Text, what: Text, around: str) -> Diagnostic:
    zh, en = (f"的“{shortened(around)}”处", f", at “{shortened(around)}”") if around else ("", "")
    message = Text(
        f"模板“{name}”（{part.zh}）{zh}含有{what.zh}", f"{name} ({part.en}){en} contains {what.en}"
    )
    return found(code, message, whole(name), hint=code.manual)
