"""Findings as people read them."""

from __future__ import annotations

import click
import pytest

from generator.diagnostics import Code, Place, Related, Severity, Span, Text, found
from generator.law import cite
from generator.report.text import WIDTH, summary, text, visible
from generator.source import read

CODE = Code("X101", Severity.ERROR, Text("题", "title"), Text("页", "page"))


def shown(source: str, span: Span, language: str = "zh") -> list[str]:
    finding = found(CODE, Text("错了", "wrong"), span, hint=Text("改", "mend"))
    return click.unstyle(text([finding], {"a.yaml": source}, language)).split("\n")


def test_the_caret_stands_under_full_width_text() -> None:
    lines = shown("名称: 甲方乙方\n", Span("a.yaml", 1, 7, 1, 9))
    assert lines[0] == "错误[X101]: 错了"
    assert lines[1] == "  --> a.yaml:1:7"
    assert lines[3] == " 1 | 名称: 甲方乙方"
    assert lines[4] == "   |           ^^^^"
    assert lines[5] == "  = 办法: 改"
    assert lines[-1] == "共 1 个错误"


def test_a_span_over_lines_is_shown_to_the_end_of_the_first() -> None:
    assert shown("abc: |\n  d\n", Span("a.yaml", 1, 1, 2, 3), "en")[4] == "   | ^^^^^^"


def test_a_very_long_line_is_cropped_around_the_span() -> None:
    source = "x" * 5000 + "HERE" + "y" * 5000
    lines = shown(source, Span("a.yaml", 1, 5001, 1, 5005))
    assert "HERE" in lines[3]
    assert len(lines[3]) < WIDTH + 10
    column = lines[4].index("^")
    assert lines[3][column : column + 4] == "HERE"


@pytest.mark.parametrize("source", ["", "one line\n"])
def test_a_span_beyond_the_text_shows_the_position_alone(source: str) -> None:
    assert shown(source, Span("a.yaml", 9, 1, 9, 2))[1] == "  --> a.yaml:9:1"


def test_what_a_finding_rests_on_is_cited() -> None:
    finding = found(CODE, Text("错了", "wrong"), statutes=[cite("仲裁法", "第二十九条", "对仲裁事项")])
    line = "《中华人民共和国仲裁法》（2025年修订）第二十九条"
    assert f"  = 依据: {line}" in click.unstyle(text([finding], {}, "zh")).split("\n")
    assert f"  = law: {line}" in click.unstyle(text([finding], {}, "en")).split("\n")


def test_control_characters_never_reach_the_terminal() -> None:
    assert visible("a\x1b[31m\tb\u202e\ud800") == "a␛[31m b��"
    joined = "\n".join(shown("k: \x1b]0;title\x07\n", Span("a.yaml", 1, 4, 1, 9)))
    assert "\x1b" not in joined
    assert "\x07" not in joined


def test_related_places_are_shown_with_their_words() -> None:
    related = Related(Text("第一次在这里", "first here"), Span("a.yaml", 1, 1, 1, 2))
    finding = found(CODE, Text("两次", "twice"), Span("a.yaml", 2, 1, 2, 2), related=[related])
    out = click.unstyle(text([finding], {"a.yaml": "a: 1\na: 2\n"}, "en"))
    assert "^ first here" in out


def test_symbolic_places_are_left_out() -> None:
    assert "-->" not in text([found(CODE, Text("a", "b"), Place(("x",)))], {}, "en")


def test_summary_counts() -> None:
    warning = found(Code("X102", Severity.WARNING, CODE.title, CODE.manual), Text("a", "b"))
    error = found(CODE, Text("a", "b"))
    assert click.unstyle(summary([error, error, warning], "en")) == "2 errors, 1 warning"
    assert click.unstyle(summary([], "zh")) == "没有发现问题"


@pytest.mark.parametrize(
    ("before", "columns"),
    [("e\u0301", 1), ("❤\ufe0f", 1), ("𠮷😀", 4), ("（，。", 6), ("\u200b", 1), ("\t", 1)],
)
def test_the_caret_counts_columns_of_the_terminal(before: str, columns: int) -> None:
    lines = shown(f"{before}X", Span("a.yaml", 1, len(before) + 1, 1, len(before) + 2))
    assert lines[4] == "   | " + " " * columns + "^"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_lines_are_counted_as_the_reader_counts_them(newline: str) -> None:
    source = read("a.yaml", f"one: 1{newline}two: 2{newline}three: 3{newline}".encode())
    finding = found(CODE, Text("a", "b"), source.span(("three",), "key"))
    out = click.unstyle(text([finding], {"a.yaml": source.text}, "en"))
    assert " 3 | three: 3\n   | ^^^^^\n" in out
