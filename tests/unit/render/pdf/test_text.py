from generator.diagnostics import Place
from generator.render.pdf.lines import Run
from generator.render.pdf.text import Typesetter, runs
from generator.render.pdf.theme import PLAIN


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


def test_widths_add_up() -> None:
    assert Typesetter().width("甲乙", 10) == 20
