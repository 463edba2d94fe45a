"""What each broken text is told, the same from libyaml and from the pure parser."""

import pytest
import yaml

from generator.source.reading import understand
from generator.source.tree import Lines

CASES = [
    ('a: "x', ["Y121 1:4"]),
    ("a: 'x\nb: 1\n", ["Y121 1:4"]),
    ('a: "\n---\n"', ["Y121 1:4"]),
    ("a:\n  b: 1\n c: 2", ["Y122 3:2"]),
    ("a: 1\n  b: 2", ["Y122 2:3"]),
    ("- a\nb: 1", ["Y122 2:1"]),
    ("a: 1\n- b", ["Y122 2:1"]),
    ("a: - b\nc: @d", ["Y122 1:4", "Y127 2:4"]),
    ("--- a: 1", ["Y122 1:1"]),
    ("a:b\nc: 1", ["Y123 1:2"]),
    ('"a":b', ["Y123 1:4"]),
    ('a: 1\n"b":c', ["Y123 2:4"]),
    ("{a:, b: 1}", ["Y123 1:3"]),
    ("a: b: c\nd: e: f", ["Y124 1:5", "Y124 2:5"]),
    ("a: b: c: d: e", ["Y124 1:5"]),
    ("a: [1, 2\nb: 3", ["Y125 1:4"]),
    ("a: {x: 1", ["Y125 1:4"]),
    ("a: ]", ["Y125 1:4"]),
    ('a: ["b" c]', ["Y125 1:9"]),
    ("名：张三\nx: 1", ["Y126 1:2"]),
    ("x: 1\n名：张三", ["Y126 2:2"]),
    ("x: 1\n甲方：张三\n乙方：李四\ny: 2", ["Y126 2:3", "Y126 3:3"]),
    ("甲方：张三\n乙方：李四", ["Y126 1:3", "Y126 2:3"]),
    ("甲方：\n  名：x\n乙方: 2", ["Y126 1:3", "Y126 2:4"]),
    ("a: @x\nb: `y\nc: %z", ["Y127 1:4", "Y127 2:4", "Y127 3:4"]),
    ("a: *重要*", ["Y127 1:4"]),
    ("a: &", ["Y127 1:4"]),
    ("a: , b", ["Y127 1:4"]),
    ("a: ? b", ["Y127 1:4"]),
    ("a: [谁?, b]", ["Y127 1:6"]),
    ("a:\tb\nc:\td", ["Y128 1:3", "Y128 2:3"]),
    ("a:\n\tb: 1\n\tc: 2", ["Y128 2:1"]),
    ("a: b\n\tc", ["Y128 2:1"]),
    ("a: x\ty", ["Y128 1:5"]),
    ("a: |\n\tx", ["Y128 2:1"]),
    ("a: [\n\tb]", ["Y128 2:1"]),
    ("a: 'x'\t# c\td", ["Y128 1:7"]),
    ('a: "\\q"\nb: "\\w"', ["Y129 1:5", "Y129 2:5"]),
    ('a: "\\u12"', ["Y129 1:5"]),
    ('a: "\\U00110000"', ["Y129 1:5"]),
    ('a: "\\ud83d\\ude00"', ["Y110 1:5", "Y110 1:11"]),
    ("a: 1\nfoo\nb: 2\nbar\n", ["Y130 2:1", "Y130 4:1"]),
    ('a: "x" y', ["Y131 1:8"]),
    ("a: 'it's'", ["Y131 1:8"]),
    ("a: |x\n  y", ["Y132 1:5"]),
    ("a: |#x\n  y", ["Y132 1:5"]),
    ("%FOO bar\n---\na: 1", ["Y133 1:1"]),
    ("%YAML 2.0\n---\na: 1", ["Y133 1:1"]),
    ("a: b\n%FOO\nc: d", ["Y133 2:1"]),
    ("a: 1\n---\nb: 2", ["Y134 2:1"]),
    ("a: b\n...\nc: d", ["Y134 3:1"]),
    ("a: !e!x y", ["Y145 1:4"]),
    ("a: !%zz x", ["Y145 1:4"]),
    ("a: [!, y]", ["Y145 1:5"]),
    ("a: &x 1\nb: *x c", ["Y120 2:7"]),
]


@pytest.mark.parametrize("parser", [yaml.CBaseLoader, yaml.BaseLoader], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_found_at(text: str, expected: list[str], parser: type[yaml.BaseLoader]) -> None:
    reading = understand(Lines.of("a.yaml", text), parser)
    found = [f"{d.code} {d.location.line}:{d.location.column}" for d in reading.findings]
    assert found == expected
    for diagnostic in reading.findings:
        assert "[ERROR" not in diagnostic.message.zh
        assert diagnostic.message.zh != diagnostic.message.en


def test_hints_show_what_the_user_wrote() -> None:
    (found,) = understand(Lines.of("a.yaml", "title: 附件一: 报价单: 终稿")).findings
    assert found.hint is not None
    assert found.hint.zh == '给整个值加引号："附件一: 报价单: 终稿"'


def test_chinese_quotes_are_mentioned_only_beside_a_syntax_error() -> None:
    (found,) = understand(Lines.of("a.yaml", "a: [“甲”, 乙")).findings
    assert found.hint is not None
    assert "中文引号" in found.hint.zh
    assert understand(Lines.of("a.yaml", "a: “甲”")).findings == ()


def test_unclosed_bracket_shows_where_it_was_missed() -> None:
    (found,) = understand(Lines.of("a.yaml", "a: [1, 2\nb: 3\n")).findings
    assert found.related[0].location.line == 2
