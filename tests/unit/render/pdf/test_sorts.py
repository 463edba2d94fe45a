from generator.render.pdf.breaks import is_ideograph, is_western, kind
from generator.render.pdf.fonts import covers
from generator.render.pdf.sorts import DASH_JOIN, THIN_SPACE, gap, sort


def test_usual_han_characters_are_what_unicode_says_they_are() -> None:
    for character in map(chr, range(0x4E00, 0xA000)):
        if covers(character):
            found = sort(character, bold=False)
            assert (found.kind, found.ideograph, found.western, found.half) == (
                kind(character),
                is_ideograph(character),
                is_western(character),
                0,
            )


def test_what_stands_between_two_characters() -> None:
    expected = {
        "甲A": THIN_SPACE,
        "1年": THIN_SPACE,
        "甲乙": 0,
        "，“": -500,
        "”，": -500,
        "（）": 0,
        "——": DASH_JOIN,
    }
    for (before, after), width in expected.items():
        assert gap(sort(before, False), sort(after, False)) == width, before + after


def test_bold_falls_back_to_regular() -> None:
    assert [sort(character, True).face for character in "甲丂"] == [1, 0]
