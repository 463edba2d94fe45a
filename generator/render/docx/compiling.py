"""Compiles a Word template: trusted or refused, patched by docxtpl, its tags checked, what never changes deflated."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO

from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import escape

from generator.diagnostics import Diagnostic, Text, found, has_errors
from generator.render.docx.contents import DROPPED, judge
from generator.render.docx.engine import DECLARATION, Blueprint, Drawn
from generator.render.docx.environment import Sandbox
from generator.render.docx.package import Entry, deflate
from generator.render.docx.program import Source
from generator.render.docx.properties import KINDS
from generator.render.docx.result import is_whole
from generator.render.docx.scan import scan
from generator.render.docx.syntax import compile_program
from generator.render.docx.tags import NOT_RENDERED, complaint, lint, lint_unrendered
from generator.render.docx.trust import TOO_LARGE, Package, open_package
from generator.render.docx.wording import CONTENT_TYPES_NS, RELATIONSHIPS_NS, all_text, part_label, whole

MAX_RENDERED = 4 << 20
"""Bytes of XML in a part with tags; a hundred pages of tables have less than half of it."""

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_PACKAGE_RELS = "_rels/.rels"
_MARKUP = re.compile(r"<[^>]*>")
_BEFORE_A_RUN = ("</", "<w:p>", "<w:p ", "<w:hyperlink", "<w:sdtContent", "<w:smartTag")
_KEPT_LEVEL = 9


def blueprint(name: str, raw: bytes, sandbox: Sandbox) -> tuple[Blueprint | None, tuple[Diagnostic, ...]]:
    """Return the template in ``raw`` compiled for ``sandbox``, or all reasons why it is not to be trusted or used.

    Findings stand at line 1 of ``name`` (Word has no lines) and quote the paragraph.
    """
    package, problems = open_package(name, raw)
    if package is None:
        return None, problems
    kept, problems = judge(name, package)
    rendered = tuple(_rendered_parts(package, kept))
    parts, more = list[Drawn](), [*problems, *_oversized(name, package, rendered)]
    if has_errors(more):  # docxtpl's patterns only ever see what is small and lawful
        more += [problem for part in rendered for problem in lint(_source(name, part), package.trees[part])]
        return None, tuple(dict.fromkeys(more))
    for part in rendered:
        compiled, found_here = _compiled(name, part, package, sandbox)
        parts += [compiled] if compiled else []
        more += found_here
    for part in sorted((kept & package.trees.keys()) - set(rendered)):
        more += lint_unrendered(_source(name, part), package.parts[part])
    if has_errors(more):
        return None, tuple(dict.fromkeys(more))
    order, entries = _arranged(package, kept, set(rendered))
    return Blueprint(name, tuple(parts), order, entries), ()


def _rendered_parts(package: Package, kept: frozenset[str]) -> Iterator[str]:
    """Yield the parts whose tags docxtpl evaluates: body, headers and footers of the body, footnotes."""
    yield package.main
    targets = [
        relationship.target
        for relationship in package.relationships.get(package.main, ())
        if relationship.kind in (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI)
    ]
    yield from dict.fromkeys(target for target in targets if target in package.trees)
    yield from sorted(part for part in kept if package.types.get(part) == _FOOTNOTES)


def _oversized(name: str, package: Package, parts: tuple[str, ...]) -> Iterator[Diagnostic]:
    for part in parts:
        size = len(package.parts[part])
        if size > MAX_RENDERED:
            lead = _source(name, part).where("")
            message = Text(f"模板{lead.zh}有 {size >> 20} MB", f"{lead.en} has {size >> 20} MB")
            yield found(TOO_LARGE, message, whole(name), hint=TOO_LARGE.manual)


def _source(name: str, part: str) -> Source:
    return Source(name, part_label(part), whole(name))


def _compiled(
    name: str, part: str, package: Package, sandbox: Sandbox
) -> tuple[Drawn | None, tuple[Diagnostic, ...]]:
    """Return ``part`` patched by docxtpl and compiled, unless its tags are wrong as they stand in Word."""
    source, tree = _source(name, part), package.trees[part]
    problems = lint(source, tree)
    if problems:
        return None, problems
    text = DocxTemplate(BytesIO()).patch_xml(etree.tostring(tree, encoding="unicode"))
    program, branch, problems = compile_program(source, text, sandbox, _around, _is_between_runs)
    problems += tuple(_misplaced(source, text))
    if program is None or problems:
        return None, problems
    has_columns = any("{%tc" in all_text(p) for p in tree.iter("{*}tc"))
    whole_always = not has_columns and is_whole(branch)
    return Drawn(part, program, part == package.main, has_columns, whole_always), ()


def _around(text: str, offset: int) -> str:
    """Return the text of the paragraph at ``offset`` of patched XML, empty between paragraphs."""
    start = max(text.rfind("<w:p>", 0, offset), text.rfind("<w:p ", 0, offset))
    if start < 0 or text.rfind("</w:p>", start, offset) >= 0:
        return ""
    return _MARKUP.sub("", text[start : text.find("</w:p>", offset)])


def _is_between_runs(text: str, offset: int) -> bool:
    """Return whether what stands at ``offset`` of patched XML is not inside ``w:t``."""
    opened = max(text.rfind("<w:t>", 0, offset), text.rfind("<w:t ", 0, offset))
    return text.rfind("</w:t>", 0, offset) >= opened


def _misplaced(source: Source, text: str) -> Iterator[Diagnostic]:
    """Yield what would print neither in ``w:t`` nor between runs, but for instance in a drawing."""
    for tag in scan(text).tags:
        before = text[text.rfind("<", 0, tag.start) : tag.start].rstrip()
        passes = before.startswith(_BEFORE_A_RUN) or before.endswith("/>")
        if tag.text.startswith("{{") and _is_between_runs(text, tag.start) and not passes:
            yield complaint(source, NOT_RENDERED, _around(text, tag.start), tag.text)


def _arranged(
    package: Package, kept: frozenset[str], rendered: set[str]
) -> tuple[tuple[str, ...], dict[str, Entry]]:
    """Return the order of all parts of the result, and those that are the same in every result."""
    contents = {part: package.parts[part] for part in kept - rendered}
    contents[_PACKAGE_RELS] = _package_relationships(package)
    for source in package.relationships:
        if source in kept:
            contents[_rels_name(source)] = _part_relationships(package, source)
    contents[_CONTENT_TYPES] = _content_types(package, kept)
    leading = [_CONTENT_TYPES, _PACKAGE_RELS, package.main, _rels_name(package.main)]
    others = sorted((contents.keys() | rendered | KINDS.keys()) - set(leading))
    present = contents.keys() | rendered | KINDS.keys()
    order = tuple(part for part in (*leading, *others) if part in present)
    return order, {part: deflate(part, content, _KEPT_LEVEL) for part, content in contents.items()}


def _rels_name(source: str) -> str:
    return posixpath.join(posixpath.dirname(source), "_rels", f"{posixpath.basename(source)}.rels")


def _package_relationships(package: Package) -> bytes:
    main = next(entry for entry in package.relationships[""] if entry.target == package.main)
    pairs = [(main.kind, package.main), *((kind, part) for part, (kind, _) in KINDS.items())]
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{escape(kind)}" Target="{escape(part)}"/>'
        for number, (kind, part) in enumerate(pairs, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS_NS}">{entries}</Relationships>'.encode()


def _part_relationships(package: Package, source: str) -> bytes:
    entries = "".join(
        f'<Relationship Id="{escape(entry.id)}" Type="{escape(entry.kind)}" '
        + (
            f'Target="{escape(entry.target)}" TargetMode="External"/>'
            if entry.external
            else f'Target="{escape(posixpath.relpath(entry.target, posixpath.dirname(source)))}"/>'
        )
        for entry in package.relationships[source]
        if entry.kind.rpartition("/")[2] not in DROPPED
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS_NS}">{entries}</Relationships>'.encode()


def _content_types(package: Package, kept: frozenset[str]) -> bytes:
    types = {part: package.types[part] for part in sorted(kept) if part in package.types}
    types |= {part: kind for part, (_, kind) in KINDS.items()}
    entries = "".join(
        f'<Override PartName="/{escape(part)}" ContentType="{escape(kind)}"/>' for part, kind in types.items()
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{DECLARATION}<Types xmlns="{CONTENT_TYPES_NS}">{rels}{xml}{entries}</Types>'.encode()
