from itertools import product

from generator.diagnostics import Place
from generator.render.pdf.lines import Run, set_lines
from generator.render.pdf.text import KEPT_LENGTH, Typesetter, runs
from generator.render.pdf.theme import BODY, NOTE, PLAIN, Tone


def test_content_becomes_runs() -> None:
    assert runs("甲") == (Run("甲"),)
    assert runs(Run("甲", bold=True)) == (Run("甲", bold=True),)
    assert runs(["甲", Run("乙")]) == (Run("甲"), Run("乙"))


def test_what_the_font_lacks_is_reported_once_and_shown() -> None:
    typesetter = Typesetter()
    place = Place(("party_b", "name"))
    line = typesetter.label([Run("吉祥𠮷𠮷😀", place=place)], PLAIN)
    assert line.text == "吉祥[U+20BB7][U+20BB7][U+1F600]"
    assert [found.location for found in typesetter.diagnostics()] == [place, place]


def test_an_unsafe_link_is_reported_and_its_text_stays() -> None:
    typesetter = Typesetter()
    line = typesetter.label(Run("点击", link="javascript:alert(1)"), PLAIN)
    assert line.text == "点击"
    assert line.pieces[0].link is None
    assert [found.code for found in typesetter.diagnostics()] == ["T302"]


def test_tabs_are_spaces_and_markup_is_text() -> None:
    assert Typesetter().label("a\tb & <b> {{ x }} &amp;", PLAIN).text == "a b & <b> {{ x }} &amp;"


def test_a_label_of_two_lines_is_one() -> None:
    assert Typesetter().label("甲\n乙", PLAIN).text == "甲 乙"


def test_a_label_with_line_ends_of_windows_is_one() -> None:
    typesetter = Typesetter()
    assert typesetter.label("甲\r\n乙", PLAIN).text == "甲 乙"
    assert typesetter.label([Run("甲\r\n", bold=True), "乙"], PLAIN).text == "甲 乙"
    assert typesetter.diagnostics() == ()


def test_lines_that_are_kept_equal_lines_that_are_set() -> None:
    content = [
        Run("甲方R&D部", bold=True, tone=Tone.BAD, place=Place(("a",))),
        "“乙方”",
        Run("站", link="https://a.cn"),
    ]
    for style, width in product((PLAIN, BODY, NOTE), (30.0, 200.0)):
        first = Typesetter().lines(content, style, width)
        assert first == Typesetter().lines(content, style, width) == set_lines(runs(content), style, width)


def test_what_is_kept_hides_no_finding() -> None:
    for place in (Place(("first",)), Place(("second",))):
        typesetter = Typesetter()
        typesetter.lines(Run("吉祥𠮷", place=place), PLAIN, 100)
        typesetter.lines(Run("点击", link="file:///x", place=place), PLAIN, 100)
        assert [found.location for found in typesetter.diagnostics()] == [place, place]


def test_long_content_is_set_and_not_kept() -> None:
    text = "甲方应当支付" * 500
    assert len(text) > KEPT_LENGTH
    assert "".join(line.text for line in Typesetter().lines(text, PLAIN, 300)) == text


def test_widths_add_up() -> None:
    assert Typesetter().width("甲乙", 10) == 20
