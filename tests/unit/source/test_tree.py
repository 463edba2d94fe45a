import pytest

from generator.diagnostics import Place, Span
from generator.source import locate, read

TEXT = """\
# 说明
合同名称: 框架协议
parties:
  - name: 甲公司
    contact:
  - 乙公司
terms: {days: 30, note: "多行
    文本"}
text: |
  第一行

  第二行

# 完
"""
SOURCE = read("specs/a.yaml", TEXT.encode())


def at(span: Span) -> tuple[int, int, int, int]:
    assert span.file == "specs/a.yaml"
    return span.line, span.column, span.end_line, span.end_column


@pytest.mark.parametrize(
    ("route", "part", "span"),
    [
        (("合同名称",), "value", (2, 7, 2, 11)),
        (("合同名称",), "key", (2, 1, 2, 5)),
        (("parties", 0, "name"), "value", (4, 11, 4, 14)),
        (("parties", 0), "value", (4, 5, 5, 12)),
        (("parties", 1), "key", (6, 5, 6, 8)),
        (("terms", "note"), "value", (7, 25, 8, 8)),
        (("terms",), "value", (7, 8, 8, 9)),
        (("text",), "value", (9, 7, 12, 6)),
        (("parties", 0, "contact"), "value", (5, 5, 5, 12)),
        (("parties",), "value", (4, 3, 6, 8)),
        ((), "value", (2, 1, 12, 6)),
    ],
)
def test_existing_routes(route: tuple[str | int, ...], part: str, span: tuple[int, int, int, int]) -> None:
    assert at(SOURCE.span(route, part)) == span


@pytest.mark.parametrize(
    ("route", "span"),
    [
        (("missing",), (2, 1, 2, 11)),
        (("terms", "missing"), (7, 1, 7, 6)),
        (("terms", "days", "deeper", 3), (7, 9, 7, 13)),
        (("parties", 0, "missing"), (4, 5, 4, 14)),
        (("parties", 9), (3, 1, 3, 8)),
        (("parties", -1), (3, 1, 3, 8)),
        (("parties", "name"), (3, 1, 3, 8)),
        ((0,), (2, 1, 2, 11)),
    ],
)
def test_missing_routes_give_the_nearest_ancestor(
    route: tuple[str | int, ...], span: tuple[int, int, int, int]
) -> None:
    assert at(SOURCE.span(route)) == span


def test_columns_count_characters_not_bytes_or_utf16_units() -> None:
    source = read("a.yaml", "𠮷👍: 值".encode())
    assert (source.span(("𠮷👍",)).column, source.span(("𠮷👍",)).end_column) == (5, 6)


def test_empty_item_shows_its_dash() -> None:
    span = read("a.yaml", b"- a\n-\n- b\n").span((1,))
    assert (span.line, span.column, span.end_column) == (2, 1, 2)


def test_alias_stands_at_its_own_place_and_its_content_at_the_anchor() -> None:
    source = read("a.yaml", b"a: &x {k: 1}\nb: *x\n")
    assert source.data == {"a": {"k": 1}, "b": {"k": 1}}
    assert source.span(("b",)).line == 2
    assert source.span(("b", "k")).line == 1


def test_locate_and_unreadable_files() -> None:
    assert locate(SOURCE, Place(("合同名称",), "key")) == SOURCE.span(("合同名称",), "key")
    span = Span("x", 1, 1, 1, 2)
    assert locate(SOURCE, span) is span
    assert read("a.yaml", b"").span(("a", 1)) == Span("a.yaml", 1, 1, 1, 2)
    assert read("a.yaml", b"\xff").span(()).line == 1


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [
        ("formula: a + lat / b", 14, 17),
        ('formula: "a + lat / b"', 15, 18),
        ("formula: 'a + lat / b'  # note", 15, 18),
        ('formula: "a + lat / b\\t"', 10, 25),
        ("formula: >\n  a + lat / b", 10, 1),
    ],
)
def test_a_part_of_a_text_has_its_own_columns(line: str, column: int, end: int) -> None:
    source = read("f.yaml", line.encode())
    span = locate(source, Place(("formula",), within=(4, 7)))
    assert (span.column, span.end_column) == (column, end) or span.line != span.end_line
    last = locate(source, Place(("formula",), within=(11, 11)))
    assert last.end_column > last.column or span.line != span.end_line
