import codecs

import pytest

from generator.source.decode import LARGEST, decode

CONTRACT = "甲方: 北京甲乙科技有限公司\n乙方: 上海分销有限公司\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_every_encoding_that_names_itself(encoding: str) -> None:
    assert decode("a.yaml", CONTRACT.encode(encoding)) == (CONTRACT, None)


def test_big_endian_and_line_breaks() -> None:
    raw = codecs.BOM_UTF16_BE + "a: 1\r\nb: 2\rc: 3".encode("utf-16-be")
    assert decode("a.yaml", raw) == ("a: 1\nb: 2\nc: 3", None)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_names_gbk_where_it_begins(encoding: str) -> None:
    text, problem = decode("a.yaml", f"# x\nname: {CONTRACT}".encode(encoding))
    assert text.endswith(CONTRACT)
    assert problem is not None
    assert problem.code == "Y101"
    assert "GBK" in problem.message.zh
    assert (problem.location.line, problem.location.column) == (2, 7)


def test_one_broken_byte_in_utf8_is_not_called_gbk() -> None:
    raw = CONTRACT.encode()
    text, problem = decode("a.yaml", raw[:8] + b"\xff" + raw[8:])
    assert problem is not None
    assert problem.code == "Y101"
    assert "GBK" not in problem.message.zh
    assert problem.location.line == 1
    assert text


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"x" * (LARGEST + 1), "Y102", (1, 1)),
        (b"PK\x03\x04rest of a docx", "Y103", (1, 1)),
        (b"%PDF-1.7", "Y103", (1, 1)),
        (b"a: 1\nb: \x00", "Y103", (2, 4)),
        ("a: 1".encode("utf-16-le"), "Y103", (1, 2)),
        ("a: 1".encode("utf-32"), "Y103", (1, 1)),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "Y101", (1, 2)),
    ],
)
def test_refuses_what_is_not_text(raw: bytes, code: str, place: tuple[int, int]) -> None:
    problem = decode("a.yaml", raw)[1]
    assert problem is not None
    assert problem.code == code
    assert (problem.location.line, problem.location.column) == place
