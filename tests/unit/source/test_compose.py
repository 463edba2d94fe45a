import datetime
from decimal import Decimal

import pytest

from generator.source import read

PROJECT = """\
%YAML 1.2
---
# 2026 年度分销框架协议
project: &p {id: D-2026-01, name: 华东分销}
price: 107000.50
signed: 2026-01-15
renew: no
time: 14:00
code: 0123
active: true
empty:
tilde: ~
list:
- 1
- "1"
- 'it''s'
-
nested:
  - - a
    - b
folded: >-
  第一
  第二
block: |+
  # 不是注释
  \ttab

quoted: "换行\\n与\\u4e2d"
again: *p
text: 3 # 楼
"""


def test_reads_a_project() -> None:
    source = read("a.yaml", PROJECT.encode())
    assert source.diagnostics == ()
    assert source.data == {
        "project": {"id": "D-2026-01", "name": "华东分销"},
        "price": Decimal("107000.50"),
        "signed": datetime.date(2026, 1, 15),
        "renew": "no",
        "time": "14:00",
        "code": "0123",
        "active": True,
        "empty": None,
        "tilde": None,
        "list": [1, "1", "it's", None],
        "nested": [["a", "b"]],
        "folded": "第一 第二",
        "block": "# 不是注释\n\ttab\n\n",
        "quoted": "换行\n与中",
        "again": {"id": "D-2026-01", "name": "华东分销"},
        "text": 3,
    }


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 2025-02-30\nb: .inf", [("Y150", 1, 4), ("Y151", 2, 4)]),
        ("title: price #1", [("Y147", 1, 14)]),
        ("title: #1", [("Y147", 1, 8)]),
        ("- price #1", [("Y147", 1, 9)]),
        ("a: x # 说明\nb: x  #1\nc: 'x' #1\nd: x # 1\ne: a#1", []),
        ("a: !!python/object:os.system x", [("Y145", 1, 4)]),
        ("a: !Foo {b: 1}", [("Y145", 1, 4)]),
        ("a: !!set {b}", [("Y145", 1, 4)]),
        ("a: !!str [b]", [("Y145", 1, 4)]),
        ("a: !!int x", [("Y145", 1, 4)]),
        ("a: !!map {b: !!int 1}\nc: !!seq [!!str 1]", []),
        ("a: *x", [("Y144", 1, 4)]),
        ("a: &x [*x]", [("Y144", 1, 8)]),
        ("- &a x\n- &a y", [("Y144", 2, 3)]),
        ('a: "\\x00"', [("Y110", 1, 5)]),
        ("a: x\u2028b: y\nc: 1", [("Y111", 1, 5), ("Y124", 1, 7)]),
    ],
)
def test_found_at(text: str, places: list[tuple[str, int, int]]) -> None:
    found = read("a.yaml", text.encode()).diagnostics
    assert [(d.code, d.location.line, d.location.column) for d in found] == places


def test_data_never_carries_what_xml_cannot() -> None:
    source = read("a.yaml", b'a: "\\x00\\ud800"\nb: x\x01y')
    assert source.data == {"a": "\ufffd\ufffd", "b": "x\ufffdy"}
    assert {found.code for found in source.diagnostics} == {"Y110"}


def test_all_problems_at_once() -> None:
    text = "a: 1\na: 2\nb: 2025-02-30\nc: x: y\nd: @z\ne:\t1\n"
    assert [d.code for d in read("a.yaml", text.encode()).diagnostics] == [
        "Y140",
        "Y150",
        "Y124",
        "Y127",
        "Y128",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# 说明\n", "---\n", "~", "null"])
def test_empty(text: str) -> None:
    source = read("a.yaml", text.encode())
    assert source.data is None
    assert [d.code for d in source.diagnostics] == ["Y104"]
