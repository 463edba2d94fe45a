import unicodedata
import zipfile
from pathlib import Path

import pytest

from generator.diagnostics import Place, Severity
from generator.render.pdf.fonts import APOSTROPHE, content, covers, encoded, faces, missing_glyph, program


def test_loaded_once() -> None:
    assert faces() is faces()


def test_a_file_in_an_archive_is_read(tmp_path: Path) -> None:
    archive = tmp_path / "fonts.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.ttf", b"font")
    (tmp_path / "a.ttf").write_bytes(b"font")
    for file in (tmp_path / "a.ttf", zipfile.Path(archive, "a.ttf")):
        assert content(file)[:] == b"font"


def test_every_character_of_gbk_is_in_regular() -> None:
    missing = []
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            text = bytes((high, low)).decode("gbk", "ignore")
            if len(text) == 1 and unicodedata.category(text) not in ("Co", "Cc") and not covers(text):
                missing.append(text)
    assert missing == ["≒"]  # Noto Sans SC has none


def test_bold_is_within_regular() -> None:
    regular, bold = faces()
    assert bold.glyphs.keys() <= regular.glyphs.keys()


def test_standard_characters_beyond_the_basic_plane() -> None:
    assert sum(ord(character) > 0xFFFF for character in faces()[0].glyphs) >= 196


@pytest.mark.parametrize(
    "text", ["▲▼●■□○✓→←↑↓◆◇★", "☐☑☒", "①⑩㎡℃№§", "《》〈〉“”‘’……——·", "ÄéñßøŒœ", "€£￥¥"]
)
def test_marks_that_documents_use(text: str) -> None:
    assert covers(text)


def test_missing_glyph_names_character_code_point_and_place() -> None:
    found = missing_glyph("𠮷", Place(("party_b", "name")))
    assert (found.code, found.severity, found.location) == (
        "T301",
        Severity.ERROR,
        Place(("party_b", "name")),
    )
    assert "𠮷" in found.message.zh
    assert "U+20BB7" in found.message.en


def test_an_invisible_character_is_named_by_its_code_point_alone() -> None:
    assert "\u200b" not in missing_glyph("\u200b", None).message.zh


def test_codes_are_four_digits_and_differ_for_every_character() -> None:
    characters = [*faces()[0].glyphs, APOSTROPHE]
    codes = [encoded(character) for character in characters]
    assert all(len(code) == 4 for code in codes)
    assert len(set(codes)) == len(characters)
    assert encoded("".join(characters)) == "".join(codes)


def test_a_program_depends_on_its_characters_alone() -> None:
    first = program(0, "乙甲𠅤")
    for other in ("甲", "丙𠅤", "丁"):
        program(0, other)
    program.cache_clear()
    assert program(0, "乙甲𠅤") == first
    assert program(1, "乙甲") != program(0, "乙甲")
