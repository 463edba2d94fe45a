import pytest

from generator.source.characters import MOST, conflicts, escapes, inspect, printable
from generator.source.tree import Lines


def places(text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.location.line, d.location.column) for d in inspect(Lines.of("a.yaml", text))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: x\x01y", "Y110"), ("a: x\x7fy", "Y110"), ("a: x\x9fy", "Y110"), ("a: x\uffffy", "Y110"),
        ("a: x\ufffey", "Y110"), ("a: x\x85y", "Y111"), ("a: x\u2028y", "Y111"), ("a: x\u2029y", "Y111"),
        ("a: x\u200by", "Y112"), ("a: x\ufeffy", "Y112"), ("a: x\u202ey", "Y112"), ("a: x\u2066y", "Y112"),
        ("a: x\u200dy", "Y112"), ("a: x\u200ey", "Y112"), ("a: x\U000e0041y", "Y112"),
    ],
)  # fmt: skip
def test_points_at_the_character(text: str, code: str) -> None:
    assert places(f"甲: 1\n{text}") == [(code, 2, 5)]


@pytest.mark.parametrize("text", ["家: 👨‍👩‍👧 ❤️‍🔥 🏳️‍🌈", "a: 甲\u3000乙\xa0丙", "𠮷: é\t# x", "a: ①☑Ⅷ㎡￥"])
def test_leaves_ordinary_text_alone(text: str) -> None:
    assert places(text) == []


def test_names_the_character() -> None:
    (found,) = inspect(Lines.of("a.yaml", "price: 1\u202e00"))
    assert "U+202E" in found.message.zh
    assert "right-to-left override" in found.message.en
    assert "方向" in found.message.zh


def test_many_findings_are_counted_and_a_warning_never_hides_an_error() -> None:
    found = list(inspect(Lines.of("a.yaml", "a\u200b" * 3000 + "\x01")))
    assert [d.code for d in found].count("Y112") == MOST
    assert "Y110" in {d.code for d in found}
    assert "1980" in found[-1].message.en


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (r"\x00", ["Y110"]), (r"\b", ["Y110"]), (r"\e", ["Y110"]), (r"\ud800", ["Y110"]), (r"\uFFFE", ["Y110"]),
        (r"\N", ["Y111"]), (r"\L", ["Y111"]), (r"\u200B", ["Y112"]), (r"\U0000202E", ["Y112"]),
        (r"\\x00", []), (r"\n\t\r\"\/\u4e2d", []), (r"\U00110000", []),
    ],
)  # fmt: skip
def test_escapes(written: str, codes: list[str]) -> None:
    lines = Lines.of("a.yaml", f'a: "甲{written}"')
    found = list(escapes(lines, 3, len(lines.text)))
    assert [d.code for d in found] == codes
    assert all(d.location.column == 6 for d in found)


def test_conflict_markers_hide_in_block_text() -> None:
    text = "note: |\n  x\n<<<<<<< HEAD\n  y\n=======\n  z\n>>>>>>> main\n"
    found = conflicts(Lines.of("a.yaml", text))
    assert [(d.code, d.location.line) for d in found] == [("Y113", 3), ("Y113", 5), ("Y113", 7)]


@pytest.mark.parametrize("text", ["a: '======='", "# <<<<<<< x", "a: |\n  ======= x", "========"])
def test_no_conflict(text: str) -> None:
    assert conflicts(Lines.of("a.yaml", text)) == ()


def test_printable_keeps_the_length() -> None:
    text = "a\x01\u2028\ufeff\ud800b\u200b"
    assert printable(text) == "a\ufffd\ufffd\u2060\ufffdb\u200b"
