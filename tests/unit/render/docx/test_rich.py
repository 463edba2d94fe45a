"""Runs: well-formed, in schema order, never markup from text."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.render.docx.rich import Rich
from generator.render.docx.wording import W_NS, W


def tree(rich: Rich) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W_NS}">{rich}</w:p>')


def texts(rich: Rich) -> list[str]:
    return [element.text or "" for element in tree(rich).iter(f"{W}t")]


@pytest.mark.parametrize("text", ["R&D <b> \"q\" 'a'", "{{ x }} {% y %} {#", "𠮷😀", "]]>", " 前后 ", ""])
def test_text_prints_as_it_is(text: str) -> None:
    assert "".join(texts(Rich.text(text))) == text


def test_properties_stand_in_schema_order() -> None:
    rich = Rich.text(
        "x",
        style="S",
        font="黑体",
        bold=True,
        italic=True,
        strike=True,
        color="ff0000",
        size=10.5,
        underline=True,
    )
    names = [etree.QName(child).localname for child in tree(rich).find(f".//{W}rPr")]
    assert names == ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "sz", "szCs", "u"]
    assert tree(rich).find(f".//{W}sz").get(f"{W}val") == "21"


def test_line_feeds_and_tabs_become_breaks() -> None:
    kinds = [etree.QName(child).localname for child in tree(Rich.text("a\nb\tc"))[0]]
    assert kinds == ["t", "br", "t", "tab", "t"]


@pytest.mark.parametrize("options", [{"color": '"/><x'}, {"color": "red"}, {"size": 10.3}, {"size": 0}])
def test_other_properties_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a"):
        Rich.text("x", **options)  # type: ignore[arg-type]


def test_style_and_font_cannot_break_out() -> None:
    assert tree(Rich.text("x", style='"/><w:vanish/>', font='"&')).find(f".//{W}vanish") is None


def test_plus_makes_runs_of_plain_text() -> None:
    assert texts("见 <" + Rich.text("甲") + "> 乙") == ["见 <", "甲", "> 乙"]
    assert isinstance("a" + Rich.text("b"), Rich)
    assert texts(Rich.concat(["a&", Rich.line_break(), "b"])) == ["a&", "b"]


def test_bookmark_encloses_its_children() -> None:
    paragraph = tree(Rich.bookmark("第一条_a1", 7, "违约责任"))
    assert [etree.QName(child).localname for child in paragraph] == ["bookmarkStart", "r", "bookmarkEnd"]
    assert {child.get(f"{W}id") for child in (paragraph[0], paragraph[2])} == {"7"}


@pytest.mark.parametrize("name", ["1a", "a b", "", "a" * 41, 'a"', "a-b"])
def test_bookmark_names_are_words(name: str) -> None:
    with pytest.raises(ValueError, match="bookmark"):
        Rich.bookmark(name, 1, "x")
    with pytest.raises(ValueError, match="bookmark"):
        Rich.ref(name, "x")


def test_references_carry_their_cached_text() -> None:
    for rich, instruction in (
        (Rich.ref("b1", "第三条"), r" REF b1 \r \h "),
        (Rich.page_ref("b1", "12"), r" PAGEREF b1 \h "),
    ):
        paragraph = tree(rich)
        assert [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")] == [
            "begin",
            "separate",
            "end",
        ]
        assert paragraph.find(f".//{W}instrText").text == instruction
    assert texts(Rich.ref("b1", "第三条")) == ["第三条"]


def test_checkboxes() -> None:
    assert texts(Rich.checkbox(True)) == ["☑"]
    assert texts(Rich.checkbox(False)) == ["☐"]
    assert tree(Rich.checkbox(True)).find(f".//{W}rFonts").get(f"{W}eastAsia") == "Segoe UI Symbol"


def test_contents_are_one_field_of_links_with_their_text_as_it_is() -> None:
    assert Rich.contents([]) == ()
    (only,) = Rich.contents([("_Ref_a", "R&D <b> {{ x }}")])
    first, second = Rich.contents([("_Ref_a", "一"), ("_Ref_b", "二")])
    assert "R&amp;D &lt;b&gt; {{ x }}" in only
    assert only.count("fldChar ") == 3
    assert first.count("fldChar ") == 2
    assert second.count("fldChar ") == 1
    assert 'w:anchor="_Ref_b"' in second
    with pytest.raises(ValueError, match="bookmark"):
        Rich.contents([('a"b', "x")])
