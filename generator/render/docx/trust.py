"""Opens a Word package of any origin: only if it is small, whole, plain XML and without macros."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from generator.diagnostics import Code, Diagnostic, Severity, Text, found
from generator.render.docx.wording import CONTENT_TYPES_NS, RELATIONSHIPS_NS, W, part_label, whole

UNREADABLE = Code(
    "T101",
    Severity.ERROR,
    Text("模板不是可读的 Word 文档", "Template that is not a readable Word document"),
    Text(
        "模板须是未加密的 .docx 文件，且各部分完整。请用 Word 或 WPS 打开并另存为“Word 文档 (.docx)”。",
        "A template is an unencrypted .docx file with all its parts. Open it in Word or WPS and save it as "
        "“Word Document (.docx)”.",
    ),
)
TOO_LARGE = Code(
    "T102",
    Severity.ERROR,
    Text("模板过大", "Template that is too large"),
    Text(
        "压缩后超过 20 MB、解压后超过 100 MB 或部件超过 500 个的文件不予打开（可能是压缩炸弹）。请缩小其中的图片。",
        "A file of more than 20 MB, more than 100 MB when unpacked, or more than 500 parts is not opened: it may be "
        "a zip bomb. Make its pictures smaller.",
    ),
)
XML = Code(
    "T103",
    Severity.ERROR,
    Text("模板的 XML 不合规", "XML that is not allowed in a template"),
    Text(
        "Word 文档的 XML 须为 UTF-8，不含 DOCTYPE 和实体定义。带有这些内容的文件不是 Word 保存的。",
        "The XML of a Word document is UTF-8 without DOCTYPE and entities. A file with these was not saved by Word.",
    ),
)
MACROS = Code(
    "T104",
    Severity.ERROR,
    Text("模板含有宏", "Template with macros"),
    Text(
        "合同文件不得携带可执行的内容。请另存为不含宏的 .docx。",
        "A contract carries nothing that runs. Save the template as a .docx without macros.",
    ),
)
MAX_PACKAGE, MAX_EXPANDED, MAX_PARTS = 20 << 20, 100 << 20, 500
_SEPARATORS = ("\\", "\0", ":")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_TYPES = ("macroenabled", "vba", "ms-word.attachedtoolbars", "keymapcustomizations")
_UNLAWFUL = ("<!DOCTYPE", "<!ENTITY", "\0")


@dataclass(frozen=True, slots=True)
class Relationship:
    """One entry of a .rels part; ``target`` is a part name, or an address if ``external``."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word document by name, their types, trees (of XML parts) and relationships."""

    main: str
    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    trees: Mapping[str, etree._Element]
    relationships: Mapping[str, tuple[Relationship, ...]]


def parse(content: bytes) -> etree._Element:
    """Return the root of an XML part, read as python-docx reads it, without comments; raise XMLSyntaxError."""
    parser = etree.XMLParser(
        remove_blank_text=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(content, parser)


def open_package(name: str, raw: bytes) -> tuple[Package | None, tuple[Diagnostic, ...]]:
    """Return the package in ``raw``, or why it is not opened; what its parts hold is judged afterwards."""
    parts, problem = _unpacked(raw)
    if problem is not None:
        return None, (_refusal(name, *problem),)
    trees, problems = _trees(name, parts)
    if problems:
        return None, problems
    types = _types(trees["[Content_Types].xml"], parts) if "[Content_Types].xml" in trees else {}
    relationships = {
        source: tuple(_relationships(source, trees[rels]))
        for rels in trees
        if (source := _source(rels)) is not None
    }
    roots = (entry.target for entry in relationships.get("", ()) if entry.kind.endswith("/officeDocument"))
    package = Package(next(roots, ""), parts, types, trees, relationships)
    problem = _no_document(package)
    return (package, ()) if problem is None else (None, (_refusal(name, *problem),))


def _no_document(package: Package) -> tuple[Code, Text] | None:
    """Return why the parts do not make a Word document without macros."""
    for part, kind in package.types.items():
        if any(word in kind.lower() for word in _MACRO_TYPES):
            return MACROS, Text(f"含有宏：{part}", f"it contains macros: {part}")
        if kind.endswith(("+xml", "/xml")) and part not in package.trees:
            return UNREADABLE, Text(f"XML 部件名不合规：{part}", f"an XML part has another name: {part}")
    if package.main not in package.trees or package.types.get(package.main) != _MAIN:
        return UNREADABLE, Text("不是 Word 文档 (.docx)", "it is no Word document (.docx)")
    if package.trees[package.main].find(f"{W}body") is None:
        return UNREADABLE, Text("正文缺失", "it has no body")
    return None


def _refusal(name: str, code: Code, what: Text) -> Diagnostic:
    message = Text(f"模板“{name}”：{what.zh}", f"{name}: {what.en}")
    return found(code, message, whole(name), hint=code.manual)


def _unpacked(raw: bytes) -> tuple[dict[str, bytes], tuple[Code, Text] | None]:
    """Return the parts, having counted before unpacking and while unpacking."""
    if len(raw) > MAX_PACKAGE:
        return {}, (TOO_LARGE, Text(f"文件有 {len(raw) >> 20} MB", f"the file has {len(raw) >> 20} MB"))
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            problem = _suspicious(archive.infolist())
            return ({}, problem) if problem else _read(archive)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        ValueError,
        NotImplementedError,
        OSError,
    ) as error:
        return {}, (UNREADABLE, Text(f"文件已损坏或不是 .docx：{error}", f"damaged, or no .docx: {error}"))


def _suspicious(infos: list[zipfile.ZipInfo]) -> tuple[Code, Text] | None:
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_EXPANDED:
        return TOO_LARGE, Text("解压后过大", "it is too large when unpacked")
    seen = set[str]()
    for info in infos:
        path = info.filename
        if (
            path.lower() in seen
            or ".." in path
            or path.startswith("/")
            or any(mark in path for mark in _SEPARATORS)
        ):
            return UNREADABLE, Text(f"部件名不合规：{path!r}", f"a part has an unlawful name: {path!r}")
        if info.flag_bits & 0x1 or info.compress_type not in _METHODS:
            return UNREADABLE, Text(
                "文件已加密或压缩方式不受支持", "it is encrypted, or compressed in an unknown way"
            )
        seen.add(path.lower())
    return None


def _read(archive: zipfile.ZipFile) -> tuple[dict[str, bytes], tuple[Code, Text] | None]:
    parts, budget = dict[str, bytes](), MAX_EXPANDED
    for info in archive.infolist():
        if info.is_dir():
            continue
        with archive.open(info) as stream:
            parts[info.filename] = stream.read(budget + 1)  # a header may lie about the size
        budget -= len(parts[info.filename])
        if budget < 0:
            return {}, (TOO_LARGE, Text("解压后过大", "it is too large when unpacked"))
    return parts, None


def _trees(name: str, parts: Mapping[str, bytes]) -> tuple[dict[str, etree._Element], tuple[Diagnostic, ...]]:
    trees, problems = dict[str, etree._Element](), []
    for part, content in parts.items():
        if not part.lower().endswith((".xml", ".rels", ".vml")):
            continue
        try:
            mark = next((mark for mark in _UNLAWFUL if mark in content.decode("utf-8")), None)
            if mark is not None:
                raise ValueError(repr(mark))
            trees[part] = parse(content)
            if (trees[part].getroottree().docinfo.encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
                raise ValueError(trees[part].getroottree().docinfo.encoding)
        except (etree.XMLSyntaxError, ValueError) as error:
            label = part_label(part)
            what = Text(f"{label.zh}的 XML 不合规：{error}", f"the XML of {label.en} is not allowed: {error}")
            problems.append(_refusal(name, XML, what))
    return trees, tuple(problems)


def _types(root: etree._Element, parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content type of each part that has one."""
    defaults, overrides = dict[str, str](), dict[str, str]()
    for entry in root.iter(f"{{{CONTENT_TYPES_NS}}}Default", f"{{{CONTENT_TYPES_NS}}}Override"):
        kind = entry.get("ContentType", "")
        if entry.get("Extension") is not None:
            defaults[entry.get("Extension", "").lower()] = kind
        else:
            overrides[entry.get("PartName", "").lstrip("/")] = kind
    found_types = {
        part: overrides.get(part) or defaults.get(part.rpartition(".")[2].lower()) for part in parts
    }
    return {part: kind for part, kind in found_types.items() if kind}


def _source(rels: str) -> str | None:
    """Return the part whose relationships ``rels`` holds ("" for the package), ``None`` for another part."""
    folder, base = posixpath.split(rels)
    if not base.endswith(".rels") or posixpath.basename(folder) != "_rels":
        return None
    return posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])


def _relationships(source: str, root: etree._Element) -> Iterator[Relationship]:
    for entry in root.iter(f"{{{RELATIONSHIPS_NS}}}Relationship"):
        target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
        yield Relationship(entry.get("Id", ""), entry.get("Type", ""), target, external)
