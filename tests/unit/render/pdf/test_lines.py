import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from generator.render.pdf.breaks import LATIN_LIKE, Kind, is_address, kind
from generator.render.pdf.lines import Line, Run, set_lines
from generator.render.pdf.theme import BODY, PLAIN

PHRASES = [
    "甲方应当按照约定支付服务费",
    "《中华人民共和国民法典》第五百七十七条",
    "“乙方”",
    "（含税 6%）",
    "￥1,280,000.00元",
    "2026年3月1日",
    "R&D <b>&amp; {{ x }}",
    "KPI≥95.5%",
    "——",
    "……",
    "，",
    "。",
    "；",
    "：",
    "！",
    "？",
    "、",
    "《",
    "》",
    "（",
    "）",
    "JY-2026-001",
    "service level agreement",
    "Party B’s team",
    " ",
    "☑是 ☐否",
    "𠅤䶮",
]
TEXTS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=40).map("".join)
WIDTHS = st.floats(240, 500)
DIFFERENT = str.maketrans({"“": "「", "”": "」", "☑": None, "☐": None, "￥": None})
"""Quotation marks are ambiguous in UAX #14; boxes and ￥ we keep with what follows instead of what goes before."""
NOT_FIRST = set("，。；：？！》”）、％")
NOT_LAST = set("《“（￥☐")


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def possible(text: str) -> bool:
    """Whether no run of marks is so long that kinsoku cannot be kept, and no word longer than a line."""
    run = longest = word = widest = 0
    for character in text:
        run = run + 1 if kind(character) not in (Kind.WIDE, Kind.LATIN) else 0
        word = word + 1 if kind(character) in LATIN_LIKE else 0
        longest, widest = max(longest, run), max(widest, word)
    return longest < 8 and widest < 30


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(possible), WIDTHS)
def test_kinsoku_and_whole_words(text: str, width: float) -> None:
    lines = texts(set_lines([Run(text)], BODY, width))
    assert "".join(lines) == text
    for before, after in pairwise(lines):
        assert after[0] not in NOT_FIRST
        assert before.rstrip(" ")[-1:] not in NOT_LAST
        assert not (
            before[-1].isascii() and before[-1].isalnum() and after[0].isascii() and after[0].isalnum()
        )


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(possible), WIDTHS)
def test_every_break_is_one_that_unicode_allows(text: str, width: float) -> None:
    text = text.translate(DIFFERENT)
    allowed = set(line_break_boundaries(text))
    position = 0
    for line in texts(set_lines([Run(text)], PLAIN, width)):
        position += len(line)
        assert position in allowed, (text[max(0, position - 5) : position], text[position : position + 5])


@settings(max_examples=200, deadline=None)
@given(TEXTS, WIDTHS, st.sampled_from(["left", "justify", "right", "center"]))
def test_no_line_is_wider_than_its_measure(text: str, width: float, align: str) -> None:
    style = replace(PLAIN, align=align)  # type: ignore[arg-type]  # a strategy over the four literals
    for line in set_lines([Run(text)], style, width):
        assert line.width <= width + 0.02
        for piece in line.pieces:
            assert piece.x >= -style.size / 2 - 0.02


@pytest.mark.parametrize("width", range(240, 260, 2))
def test_a_word_that_is_longer_than_its_line_keeps_its_numbers_whole(width: float) -> None:
    lines = texts(set_lines([Run("KPI≥95.5%" * 12)], PLAIN, width))
    assert "".join(lines) == "KPI≥95.5%" * 12
    for before, after in pairwise(lines):
        assert not (before[-1] in "95." and after[0] in "95.%"), (before, after)


def test_justified_lines_are_flush() -> None:
    style = replace(BODY, indent=0.0)
    lines = set_lines([Run("甲方应当按照约定向乙方支付服务费，合同编号 JY-2026-001。" * 8)], style, 400)
    assert all(line.width == pytest.approx(400, abs=0.02) for line in lines[:-1])
    assert lines[-1].width < 400


def test_first_line_is_indented_by_ems() -> None:
    first, second, *_ = set_lines([Run("合同" * 60)], BODY, 300)
    assert first.pieces[0].x == pytest.approx(2 * BODY.size)
    assert second.pieces[0].x == 0


def test_neighbouring_marks_close_up() -> None:
    loose = set_lines([Run("法典甲乙法典")], PLAIN, 400)[0].width
    assert set_lines([Run("法典》《法典")], PLAIN, 400)[0].width == pytest.approx(loose - PLAIN.size / 2)


def test_thin_space_between_han_and_latin_is_at_most_8_percent_of_an_em() -> None:
    (line,) = set_lines([Run("甲A")], PLAIN, 400)
    assert 0 < max(line.pieces[0].gaps) <= 80


def test_a_word_longer_than_the_line_is_cut_and_nothing_is_lost() -> None:
    for text in ("X" * 500, "https://example.com/" + "a/b-c.d" * 60, "（" * 200, "，" * 200, "“" * 99 + "X"):
        lines = set_lines([Run(text)], PLAIN, 240)
        assert "".join(texts(lines)) == text
        assert all(line.width <= 240.02 for line in lines)


def test_a_long_address_breaks_after_a_stop() -> None:
    address = "https://example.com/projects/jy-2026-001/evidence/2026-q3/customer-survey.html"
    lines = texts(set_lines([Run("见" + address)], PLAIN, 240))
    assert is_address(address)
    assert all(line[-1] in "/.-" for line in lines[:-1])


def test_newlines_end_lines() -> None:
    assert texts(set_lines([Run("甲\n\n乙")], PLAIN, 240)) == ["甲\n", "\n", "乙"]
    assert set_lines([Run("")], PLAIN, 240) == ()


def test_bold_falls_back_to_regular_for_a_glyph_it_lacks() -> None:
    rare = "镕丂"
    (line,) = set_lines([Run("甲" + rare, bold=True)], PLAIN, 400)
    assert [piece.face for piece in line.pieces] == [1, 0]
    assert unicodedata.name(rare[1])


def test_an_english_apostrophe_is_narrow() -> None:
    wide = set_lines([Run("甲’乙")], PLAIN, 400)[0].width - set_lines([Run("甲乙")], PLAIN, 400)[0].width
    narrow = set_lines([Run("B’s")], PLAIN, 400)[0].width - set_lines([Run("Bs")], PLAIN, 400)[0].width
    assert narrow < wide / 2


def test_time_grows_with_the_text_only() -> None:
    lines = set_lines([Run("a/" * 50_000)], PLAIN, 240)
    assert len("".join(texts(lines))) == 100_000
