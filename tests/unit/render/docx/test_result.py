"""Rendered parts: mended where docxtpl mends, refused where Word could not open them."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.render.docx.branch import Branch, Choice
from generator.render.docx.program import Source
from generator.render.docx.result import (
    BOOKMARK,
    EMPTY_TABLE,
    NOT_WELL_FORMED,
    broken,
    is_whole,
    renumbered,
)
from generator.render.docx.rich import Rich
from generator.render.docx.wording import W_NS, W


def test_a_cell_of_an_empty_loop_keeps_a_paragraph(kit: Any) -> None:
    raw = kit.make(tables=[[["名单", "x"], ["", "y"]]])

    def change(content: bytes) -> bytes:
        loop = "".join(
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            for text in ("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        )
        root = etree.fromstring(content)
        cell = list(root.iter(f"{W}tc"))[2]
        cell.remove(cell.find(f"{W}p"))
        for paragraph in etree.fromstring(f'<a xmlns:w="{W_NS}">{loop}</a>'):
            cell.append(paragraph)
        return etree.tostring(root)

    raw = kit.altered(raw, {"word/document.xml": change})
    for values, count in (((), 1), (("a", "b"), 2)):
        cell = list(etree.fromstring(kit.part(kit.rendered(raw, xs=values)).encode()).iter(f"{W}tc"))[2]
        assert len(cell.findall(f"{W}p")) == count


def test_a_table_without_rows_is_refused(kit: Any) -> None:
    raw = kit.make("付款计划", tables=[[["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]]])
    kit.rendered(raw, xs=("a",))
    (problem,) = kit.refused(raw, xs=())
    assert problem.code == EMPTY_TABLE.id
    assert "付款计划" in problem.message.zh


def test_columns_of_a_loop_are_counted(kit: Any) -> None:
    raw = kit.make(tables=[[["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]]])
    root = etree.fromstring(kit.part(kit.rendered(raw, xs=tuple("abcde"))).encode())
    assert len(list(root.iter(f"{W}gridCol"))) == len(list(root.iter(f"{W}tc"))) == 5
    assert EMPTY_TABLE.id in kit.codes(kit.refused(raw, xs=()))


def test_drawings_are_numbered() -> None:
    text = '<a><wp:docPr xmlns:wp="x" name="n" id="1"/><wp:docPr xmlns:wp="x" id="1" name="n"/></a>'
    assert [element.get("id") for element in etree.fromstring(renumbered(text))] == ["1001", "1002"]


ROW = "<w:tr><w:tc><w:p></w:p></w:tc></w:tr>"


def choice(*branches: str) -> Choice:
    return Choice(tuple((one,) for one in branches))


@pytest.mark.parametrize(
    ("branch", "whole"),
    [
        (("<w:p/>",), True),
        (("文字 &amp; 文字",), True),
        (("<w:tbl><w:tblGrid/>", ROW, choice(ROW), "</w:tbl>"), True),
        (("<w:tbl><w:tblGrid/>", choice(ROW), ROW, "</w:tbl>"), True),
        (("<w:tbl><w:tblGrid/>", choice(ROW), "</w:tbl>"), False),
        (("<w:tbl><w:tblGrid/><w:tr>", choice("<w:tc><w:p/></w:tc>", ""), "</w:tr></w:tbl>"), False),
        (("<w:p>", choice("<w:r>", "</w:r>"), "</w:p>"), False),
        (("<w:p>", choice("</w:p><w:p>"), "</w:p>"), False),
        (("<w:p>", Choice((("<w:r>", choice("<w:t>"), "</w:r>"),)), "</w:p>"), False),
        (('<w:p w:x="', choice("1"), '"/>'), False),
        (("\x07",), False),
        (("\ud800",), False),
    ],
)
def test_what_can_only_become_whole(branch: Branch, whole: bool) -> None:
    assert is_whole(branch) is whole


@pytest.mark.parametrize("text", ["<a>", "<a></b>", "<a>\x07</a>", "<a>\ud800</a>", "<a>&x;</a>", ""])
def test_what_no_parser_reads(text: str) -> None:
    assert [problem.code for problem in broken(Source("t"), text)] == [NOT_WELL_FORMED.id]


def test_bookmarks_and_references(kit: Any) -> None:
    raw = kit.make("{{r a }}", "{{r b }}")
    mark = Rich.bookmark("b1", 1, "第一条")
    kit.rendered(raw, a=mark, b=Rich.ref("B1", "第一条"))
    assert kit.codes(kit.refused(raw, a=mark, b=mark)) == [BOOKMARK.id] * 2
    assert kit.codes(kit.refused(raw, a="x", b=Rich.ref("b1", "第一条"))) == [BOOKMARK.id]
    assert kit.codes(kit.refused(raw, a=mark, b=Rich.page_ref("b2", "1"))) == [BOOKMARK.id]
