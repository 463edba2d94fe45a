"""Packages of any origin: opened only when small, whole and without macros."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from generator.render.docx.trust import MACROS, MAX_PACKAGE, TOO_LARGE, UNREADABLE, XML, open_package

DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    "raw", [b"", b"PK", b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 500, zipped(), zipped(("a", b"b"))]
)
def test_no_word_document(kit: Any, raw: bytes) -> None:
    assert kit.codes(kit.problems(raw)) == [UNREADABLE.id]


def test_cut_and_broken_files(kit: Any) -> None:
    raw = kit.make("正文")
    for cut in (10, len(raw) // 2, len(raw) - 30):
        assert kit.codes(kit.problems(raw[:cut])) == [UNREADABLE.id]
    broken = bytearray(raw)
    broken[200:260] = b"\xff" * 60
    assert set(kit.codes(kit.problems(bytes(broken)))) <= {UNREADABLE.id, XML.id}


def test_bombs_are_not_unpacked(kit: Any) -> None:
    assert kit.codes(kit.problems(b"PK" + b"\0" * MAX_PACKAGE)) == [TOO_LARGE.id]
    assert kit.codes(kit.problems(kit.altered(kit.make(), {"word/media/a.bin": b"\0" * (101 << 20)}))) == [
        TOO_LARGE.id
    ]
    many = {f"word/media/{number}.xml": b"<a/>" for number in range(501)}
    assert kit.codes(kit.problems(kit.altered(kit.make(), many))) == [TOO_LARGE.id]


def test_a_header_that_lies_about_its_size(kit: Any) -> None:
    raw = bytearray(kit.altered(kit.make(), {"word/media/a.bin": b"\0" * (101 << 20)}))
    true, false = (101 << 20).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert true in raw
    lying = bytes(raw).replace(true, false)
    assert kit.codes(kit.problems(lying)) in ([UNREADABLE.id], [TOO_LARGE.id])


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\a.xml", "C:/a.xml"])
def test_unlawful_part_names(kit: Any, name: str) -> None:
    assert kit.codes(kit.problems(kit.altered(kit.make(), {name: b"<a/>"}))) == [UNREADABLE.id]


def test_two_parts_of_one_name(kit: Any) -> None:
    assert kit.codes(kit.problems(kit.altered(kit.make(), {"WORD/Document.xml": b"<a/>"}))) == [UNREADABLE.id]


def test_encrypted(kit: Any) -> None:
    raw = bytearray(kit.make())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert kit.codes(kit.problems(bytes(raw))) == [UNREADABLE.id]


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"]
)
@pytest.mark.parametrize(
    "change",
    [
        lambda raw: DOCTYPE.encode() + raw.split(b"?>", 1)[1],
        lambda raw: raw.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda raw: raw.replace(b'encoding="UTF-8"', b'encoding="GBK"').replace(
            b"encoding='UTF-8'", b"encoding='GBK'"
        ),
        lambda raw: raw[: len(raw) // 2],
        lambda _: b"",
        lambda raw: raw.replace(b"</", b"\x00</", 1),
    ],
)
def test_xml_that_word_never_writes(kit: Any, name: str, change: Any) -> None:
    assert kit.codes(kit.problems(kit.altered(kit.make("x"), {name: change}))) == [XML.id]


def test_billion_laughs_and_external_entities(kit: Any) -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'
    outside = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'
    for attack in (laughs, outside):
        assert kit.codes(kit.problems(kit.altered(kit.make(), {"word/numbering.xml": attack.encode()}))) == [
            XML.id
        ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"),
        (
            b"</Types>",
            b'<Override PartName="/word/settings.xml" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
    ],
)
def test_macros(kit: Any, old: bytes, new: bytes) -> None:
    raw = kit.altered(kit.make(), {"[Content_Types].xml": lambda types: types.replace(old, new)})
    assert kit.codes(kit.problems(raw)) == [MACROS.id]


def test_a_word_template_or_a_sheet_is_no_document(kit: Any) -> None:
    raw = kit.altered(
        kit.make(), {"[Content_Types].xml": lambda types: types.replace(b"document.main", b"template.main")}
    )
    assert kit.codes(kit.problems(raw)) == [UNREADABLE.id]


def test_xml_under_another_name_is_refused(kit: Any) -> None:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    override = b'<Override PartName="/word/h.bin" ContentType="' + kind + b'"/></Types>'
    changes = {
        "word/h.bin": b"<a/>",
        "[Content_Types].xml": lambda types: types.replace(b"</Types>", override),
    }
    assert kit.codes(kit.problems(kit.altered(kit.make(), changes))) == [UNREADABLE.id]


def test_no_body(kit: Any) -> None:
    empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    assert kit.codes(kit.problems(kit.altered(kit.make(), {"word/document.xml": empty}))) == [UNREADABLE.id]


def test_messages_name_the_template_and_what_to_do() -> None:
    _, (problem,) = open_package("合同.docx", b"no zip")
    assert "合同.docx" in problem.message.zh
    assert "合同.docx" in problem.message.en
    assert problem.hint is not None
    assert problem.location is not None
