import pytest

from generator.source import read


def test_duplicate_points_at_both_and_keeps_the_first() -> None:
    source = read("a.yaml", b"a:\n  name: 1\n  b: 2\n  name: 3\n")
    (found,) = source.diagnostics
    assert found.message.zh == "重复的键 “name”，第一次出现在第 2 行"
    assert found.message.en == "duplicate key “name”; first given on line 2"
    assert (found.location.line, found.location.column) == (4, 3)
    assert (found.related[0].location.line, found.related[0].location.column) == (2, 3)
    assert source.data == {"a": {"name": 1, "b": 2}}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026: x", "Y141"), ("1.5: x", "Y141"), ("null: x", "Y141"), (": x", "Y141"), ("true: x", "Y141"),
        ("2025-01-01: x", "Y141"), ("[a]: x", "Y141"), ("? {a: 1}\n: x", "Y141"),
        ('"": x', "Y142"), ('" a": x', "Y142"), ("'a\u3000': x", "Y142"), ('"a\\tb": x', "Y142"),
        ("? |\n  a\n: x", "Y142"), ("<<: {a: 1}", "Y146"), ("a: 1\n'a': 2", "Y140"), ("{a: 1, a: 2}", "Y140"),
    ],
)  # fmt: skip
def test_refused(text: str, code: str) -> None:
    assert {found.code for found in read("a.yaml", text.encode()).diagnostics} == {code}


@pytest.mark.parametrize(
    "text", ["no: 1", "on: 1", "'2026': 1", "甲方 名称: 1", "'<<': 1", "a: <<", "&x a: 1", "? a", "0x1: 1"]
)
def test_accepted(text: str) -> None:
    assert read("a.yaml", text.encode()).diagnostics == ()
