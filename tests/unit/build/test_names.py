"""File names that every system accepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.names import MOST_BYTES, safe


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("合同_XH-001_V1.2", "合同_XH-001_V1.2.docx"),
        ("../../etc/passwd", "_.._etc_passwd.docx"),
        ("a/b\\c:d*e?", "a_b_c_d_e_.docx"),
        ("CON", "_CON.docx"),
        ("con.tar", "_con.tar.docx"),
        ("console", "console.docx"),
        ("COM1", "_COM1.docx"),
        ("con .v2", "_con .v2.docx"),
        ("CONOUT$", "_CONOUT$.docx"),
        ("~/.bashrc", "~_.bashrc.docx"),
        ("a\x9b31m\ufeff\u200f\u061cb", "a_31m___b.docx"),
        ("a\u2028b\ud800", "a_b_.docx"),
        (" . ", "_.docx"),
        ("a\x00\n\u202eb", "a___b.docx"),
        ("e\u0301", "é.docx"),
    ],
)
def test_examples(stem: str, name: str) -> None:
    assert safe(stem, ".docx") == name


def test_a_long_chinese_name_fits() -> None:
    assert len(safe("长" * 500, ".docx").encode()) <= MOST_BYTES


@given(st.text(st.characters(), max_size=300))
def test_any_text_is_one_plain_name(stem: str) -> None:
    name = safe(stem, ".pdf")
    assert name.endswith(".pdf")
    assert not set(name) & set('/\\:*?"<>|\x00')
    assert name.strip(" .") == name
    assert len(name.encode()) <= MOST_BYTES
