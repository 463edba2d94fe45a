"""The zip writer: readable by others, the same bytes every time."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.render.docx.package import deflate, pack

PARTS = {"[Content_Types].xml": b"<Types/>", "word/图片.png": bytes(range(256)) * 50, "empty.xml": b""}


def test_zipfile_reads_what_was_packed() -> None:
    raw = pack(deflate(name, content) for name, content in PARTS.items())
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(PARTS)
        assert {name: archive.read(name) for name in PARTS} == PARTS
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def test_same_parts_same_bytes() -> None:
    made = [pack(deflate(name, content, 6) for name, content in PARTS.items()) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("level", [0, 1, 6, 9])
def test_every_level_unpacks(level: int) -> None:
    with zipfile.ZipFile(io.BytesIO(pack([deflate("a", b"text" * 1000, level)]))) as archive:
        assert archive.read("a") == b"text" * 1000


def test_a_name_stands_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        pack([deflate("a.xml", b""), deflate("A.xml", b"")])


def test_an_empty_package_is_a_zip() -> None:
    assert zipfile.ZipFile(io.BytesIO(pack([]))).namelist() == []
