"""The engine: docxtpl's own result, the same bytes, exact values, every hole."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from docx import Document
from docx.shared import Inches
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from generator.diagnostics import Place, Span
from generator.render.docx.compiling import MAX_RENDERED
from generator.render.docx.printing import CHARACTERS, HOLE, RICH_IN_TEXT, UNKNOWN_NAME, UNPRINTABLE
from generator.render.docx.rich import Rich
from generator.render.docx.trust import TOO_LARGE
from generator.render.view import view


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


HEADER = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
PICTURE = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", HEADER)
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    since: datetime.date
    bank: str | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    title: str
    client: Party
    fees: tuple[Decimal, ...]
    duties: tuple[str, ...]
    bond: Decimal | None = None


CONTRACT = Contract(
    "R&D <外包> {{ 合同 }} {% if %} {# \"甲\" 'a'",
    Party("甲方 ＆ Sons", datetime.date(2026, 3, 1)),
    (Decimal("100.50"), Decimal(3)),
    ("保密\n第二行", "交付𠮷😀"),
)
BODY = (
    "{{ contract.title }}",
    "自 {{ contract.client.since|date }} 起{% if contract.bond %}，保证金 {{ contract.bond|money }}{% else %}，无保证金{% endif %}。",
    "{%p for duty in contract.duties %}",
    "{{ loop.index }}. {{ duty }}{% if not loop.last %}；{% endif %}",
    "{%p endfor %}",
    "{%p if contract.bond %}",
    "保证金",
    "{%p else %}",
    "见{{r clause }}。",
    "{%p endif %}",
    "{# 注释 #}｛单个｝ 100% {x}",
)
ROWS = [
    ["序号", "金额"],
    ["{%tr for fee in contract.fees %}"],
    ["{{ loop.index }}", "{{ fee|money }}"],
    ["{%tr endfor %}"],
]
GRID = [["{%tc for fee in contract.fees %}", "{{ fee|money }}", "{%tc endfor %}", "末"]]


def pictured(raw: bytes) -> bytes:
    document = Document(io.BytesIO(raw))
    for _ in range(2):
        document.add_picture(io.BytesIO(PICTURE), Inches(1))
    document.add_section().footer.is_linked_to_previous = False
    document.sections[1].footer.paragraphs[0].text = "第二节 {{ contract.client.name }}"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def footnoted(kit: Any, raw: bytes) -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{namespace}"><w:footnote w:id="1"><w:p><w:r>'
        "<w:t>脚注 {{ contract.title }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    changes: Mapping[str, Any] = {
        "word/footnotes.xml": notes.encode(),
        "[Content_Types].xml": lambda types: types.replace(
            b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
        ),
        "word/_rels/document.xml.rels": lambda rels: rels.replace(
            b"</Relationships>",
            f'<Relationship Id="rId77" Type="{relation}" Target="footnotes.xml"/></Relationships>'.encode(),
        ),
    }
    return bytes(kit.altered(raw, changes))


def canonical(raw: bytes) -> dict[str, bytes]:
    """Return the parts by name, XML in canonical form without the property parts and relationships."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return {
        name: etree.tostring(etree.fromstring(content), method="c14n2") if name.endswith(".xml") else content
        for name, content in parts.items()
        if name.startswith("word/") and not name.endswith((".rels", "stylesWithEffects.xml"))
    }


def theirs(kit: Any, raw: bytes, context: Mapping[str, object]) -> bytes:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters |= kit.filters
    document = DocxTemplate(io.BytesIO(raw))
    document.render(dict(context), environment, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize("number", range(5))
def test_the_result_is_that_of_docxtpl(kit: Any, number: int) -> None:
    plain = kit.make(
        *BODY, header="{{ contract.title }}", footer="{% if contract.bond %}a{% else %}乙{% endif %}"
    )
    raw = (
        plain,
        kit.make(tables=[ROWS]),
        kit.make(tables=[GRID, ROWS]),
        pictured(plain),
        footnoted(kit, kit.make(*BODY, tables=[ROWS, GRID])),
    )[number]
    clause = Rich.bookmark("c1", 1, "第一条") + "与" + Rich.ref("c1", "第一条") + Rich.text("粗", bold=True)
    ours = canonical(kit.rendered(raw, contract=CONTRACT, clause=clause))
    expected = canonical(theirs(kit, raw, {"contract": CONTRACT, "clause": clause}))
    assert ours.keys() == expected.keys()
    for name in ours:
        assert ours[name] == expected[name], name


def test_values_print_exactly(kit: Any) -> None:
    values = [
        "R&D",
        "<99.9%",
        "a > b",
        '"',
        "'",
        "<b>x</b>",
        "<!-- x",
        "]]>",
        "{{ x }}",
        "{% if %}",
        "{#",
        "#}",
        "&amp;",
        "{_{ x }_}",
    ]
    values += ["𠮷野家", "😀", "　全角　", " 前后 ", "\u200b", "a\u0301", "％｝"]
    raw = kit.make(*(f"{{{{ xs[{at}] }}}}" for at in range(len(values))), header="{{ xs[0] }}")
    document = Document(io.BytesIO(kit.rendered(raw, xs=tuple(values))))
    assert [paragraph.text for paragraph in document.paragraphs] == values
    assert document.sections[0].header.paragraphs[0].text == "R&D"


def test_line_feeds_and_tabs_become_breaks(kit: Any) -> None:
    document = Document(io.BytesIO(kit.rendered(kit.make("«{{ x }}»", "{{r x }}"), x="一 <\n\t二\n")))
    assert [paragraph.text for paragraph in document.paragraphs] == ["«一 <\n\t二\n»", "一 <\n\t二\n"]


def test_formatting_around_a_tag_stays(kit: Any) -> None:
    document = Document()
    document.add_paragraph("甲：").add_run("{{ x }}").bold = True
    target = io.BytesIO()
    document.save(target)
    runs = Document(io.BytesIO(kit.rendered(target.getvalue(), x="a\nb"))).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("甲：", None), ("a\nb", True)]


def test_same_values_same_bytes(kit: Any) -> None:
    raw = kit.make(*BODY, tables=[ROWS])
    made = {kit.rendered(raw, contract=CONTRACT, clause="x") for _ in range(2)}
    template = kit.compiled(raw)
    made |= {
        template.render({"contract": CONTRACT, "clause": "x"}, lambda: kit.properties)[0] for _ in range(2)
    }
    assert len(made) == 1
    with zipfile.ZipFile(io.BytesIO(made.pop())) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert names[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        assert names[4:] == sorted(names[4:])
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_nobody_needs_is_left_out(kit: Any) -> None:
    names = zipfile.ZipFile(io.BytesIO(kit.rendered(kit.make("x")))).namelist()
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name or "customXml" in name]
    raw = kit.altered(kit.make("x"), {"word/secret.bin": b"x", "notes.txt": b"x"})
    assert zipfile.ZipFile(io.BytesIO(kit.rendered(raw))).namelist() == names
    types = kit.part(kit.rendered(kit.make("x")), "[Content_Types].xml")
    assert types.count("core-properties") == 1


def test_every_hole_of_every_part(kit: Any) -> None:
    raw = kit.make(
        "{{ c.client.bank }} {{ c.bond|money }}",
        "{{ c.fees[5]|money }}",
        header="{{ c.bond }}",
        footer="{{ c.fees[0] }}",
    )
    problems = kit.refused(raw, c=view(CONTRACT, ("contract",)))
    assert kit.codes(problems) == [HOLE.id, HOLE.id, HOLE.id, HOLE.id, UNPRINTABLE.id]
    assert [problem.location for problem in problems[:4]] == [
        Place(("contract", "client", "bank")),
        Place(("contract", "bond")),
        Place(("contract", "fees", 5)),
        Place(("contract", "bond")),
    ]
    assert problems[4].location == Span("合同.docx", 1, 1, 1, 1)
    assert [problem.related[0].location for problem in problems[:4]] == [Span("合同.docx", 1, 1, 1, 1)] * 4
    for problem in problems:
        assert "合同.docx" in problem.message.zh
    assert "（正文）" in problems[0].message.zh
    assert "c.client.bank" in problems[0].message.zh
    assert "（页眉）" in problems[3].message.zh


def test_names_that_are_not_there_are_found_before_rendering(kit: Any) -> None:
    raw = kit.make("{{ a }} {% if b %}{{ c }}{% endif %}", header="{{ d }}")
    assert kit.compiled(raw).names == {"a", "b", "c", "d"}
    assert kit.codes(kit.refused(raw, a="x", b=False)) == [UNKNOWN_NAME.id] * 2
    assert kit.codes(kit.refused(kit.make("{{ a.clint }}"), a=CONTRACT)) == [UNKNOWN_NAME.id]


def test_runs_and_text_each_in_their_place(kit: Any) -> None:
    assert kit.codes(kit.refused(kit.make("{{ x }}"), x=Rich.text("a"))) == [RICH_IN_TEXT.id]
    assert kit.codes(kit.refused(kit.make("{{r x }}"), x=Decimal(1))) == [UNPRINTABLE.id]
    assert kit.codes(kit.refused(kit.make("{{r x }}"), x=None)) == [HOLE.id]
    assert kit.codes(kit.refused(kit.make("{{r x }}"), x=Rich.text("a\x07"))) == [CHARACTERS.id]
    assert kit.codes(kit.refused(kit.make("{{ x }}"), x="a\x07")) == [CHARACTERS.id]
    made = Document(
        io.BytesIO(kit.rendered(kit.make("见{{r x }}条{% if y %}{{r y }}{% endif %}"), x="<三>", y=4))
    )
    assert made.paragraphs[0].text == "见<三>条4"


def test_markup_of_others_is_never_trusted(kit: Any) -> None:
    from markupsafe import Markup  # noqa: PLC0415  (only here)

    for tag in ("{{ x }}", "{{r x }}"):
        assert kit.codes(kit.refused(kit.make(tag), x=Markup("<w:br/>"))) == [UNPRINTABLE.id]


def test_a_part_too_large_to_patch(kit: Any) -> None:
    raw = kit.altered(
        kit.make("x"),
        {"word/document.xml": lambda raw: raw.replace(b"<w:t>x", b"<w:t>" + b"x" * (MAX_RENDERED + 1))},
    )
    assert kit.codes(kit.problems(raw)) == [TOO_LARGE.id]


def test_tables_text_boxes_and_spaces_survive(kit: Any) -> None:
    raw = kit.make("x", "  两端  ", tables=[[["a", "{{ a }}"]]])
    document = Document(io.BytesIO(kit.rendered(raw, a="")))
    assert document.paragraphs[1].text == "  两端  "
    assert document.tables[0].cell(0, 1).text == ""
