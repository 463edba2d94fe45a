"""A file read with a memory of what was read before gives the very same: data, findings and every position."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Route
from generator.source import Memory, Source, read, sections

ROOT = Path(__file__).parents[3]
FILES = [
    *sorted((ROOT / "specs").rglob("*.yaml")),
    *sorted((ROOT / "tests" / "cases").glob("*.yaml"))[:12],
    ROOT / "jiayi.yaml",
]
BITS = (
    "\n", "  ", " ", "\t", "#", " # x", " #x", "a: 1\n", "b: 2\n", "- ", "-\n", ":", ": ", "：", "?", "? ", '"', "'", "|",
    "|+\n", ">-\n", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ", "!", "%YAML 1.2\n", "---\n", "...\n", "~", "2026-02-30",
    "1e99", "\u200b", "\x85", "\ufeff", "\x07", "\r", "\\", "contract:\n", "project:\n", "名称：甲", "<<: ", "log:\n- x\n",
)  # fmt: skip
EVERYTHING = """# head

first: {a: [1, 2.50, "x # y"], b: 'it''s'}   # tail
second: |+
  text # no comment

  - more

third:
- 1
-
- {x: }
# between
fourth: >-
  folded
  text
fifth:
  # the first
  - id: a
    empty:
    date: 2026-03-01
  - |
    - text
  -  # nothing

sixth: plain text
  that goes on
seventh: "quoted
  over lines"
eighth:
"""


def routes(data: Any, base: Route = ()) -> Iterator[Route]:
    yield base
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield from routes(inner, (*base, step))


def typed(data: Any) -> Any:
    """Return data with the type of each value beside it: 1, 1.0 and true are equal."""
    if isinstance(data, dict):
        return [(key, typed(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [typed(value) for value in data]
    return type(data), str(data) if isinstance(data, Decimal) else data


def same(one: Source, other: Source) -> None:
    assert one == other
    assert typed(one.data) == typed(other.data)
    for route in [*routes(other.data), ("nowhere",), (0,), ("contract", "nowhere"), ("log", 99)]:
        assert one.span(route) == other.span(route), route
        assert one.span(route, "key") == other.span(route, "key"), route


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_read_twice(path: Path) -> None:
    raw, memory = path.read_bytes(), Memory()
    first = read("x.yaml", raw, memory)
    same(first, read("x.yaml", raw))
    assert read("x.yaml", raw, memory) is first


@pytest.fixture(autouse=True, params=[0, 1500])
def long(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Have lists read entry by entry however short they are, and as they come."""
    monkeypatch.setattr(sections, "LONG", request.param)
    return int(request.param)


def test_everything_that_yaml_offers_is_read_by_section(long: int) -> None:
    memory = Memory()
    source = read("x.yaml", EVERYTHING.encode(), memory)
    assert len(memory.sections("x.yaml")) == (8 if long else 11)
    same(source, read("x.yaml", EVERYTHING.encode()))


@given(st.sampled_from([EVERYTHING, *(path.read_text(encoding="utf-8") for path in FILES[:3])]), st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_edits_one_after_another(text: str, draw: st.DataObject) -> None:
    memory = Memory()
    read("x.yaml", text.encode(), memory)
    for _ in range(3):
        at = draw.draw(st.integers(0, len(text)) | st.sampled_from(line_starts(text)))
        stop = min(len(text), at + draw.draw(st.sampled_from((0, 0, 1, 2, 30))))
        text = text[:at] + "".join(draw.draw(st.lists(st.sampled_from(BITS), max_size=3))) + text[stop:]
        same(read("x.yaml", text.encode(), memory), read("x.yaml", text.encode()))


def line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]


def test_lines_in_any_order() -> None:
    """Lines of all kinds shuffled: whatever they mean, both readings mean the same."""
    chance = random.Random(7)
    lines = [
        *EVERYTHING.splitlines(), "a: |", "b: >", 'c: "x', 'd: x"', "e: [", "f: ]", "g: {", "}", "- y", "h: - z", "'i': 1",
        "j : 1", "s:", "  - t", "  - u: 1", "    v: 2", "  -", "   - w", " - x", "    - y", "  - |", "  - 'z", "  - [a,", "    ]",
        "k:1", "l: &m 1", "n: *m", "? o", ": p", "q: !!str 1", "true: 1", "1: 2", "  r: 1", "   s", "- ", "#t", "%u",
    ]  # fmt: skip
    memory = Memory()
    for _ in range(4000):
        text = "\n".join(chance.choices(lines, k=chance.randint(1, 7))) + chance.choice(("", "\n", "\n\n"))
        same(read("x.yaml", text.encode(), memory), read("x.yaml", text.encode()))


def test_only_the_changed_section_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    whole = sections.PARSER
    monkeypatch.setattr(sections, "PARSER", lambda text: (parsed.append(text), whole(text))[1])
    memory = Memory()
    read("x.yaml", b"a: 1\nb: 2\nc: [3]\n", memory)
    parsed.clear()
    source = read("x.yaml", b"# new\na: 1\nb: 20\nc: [3]\n", memory)
    assert parsed == ["b: 20\n"]
    assert source.data == {"a": 1, "b": 20, "c": [3]}
    assert source.span(("c", 0)).line == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "s:\n  -\n  - ? x\n  -",
        "# a\n",
        "- 1\n",
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: 1\n---\nb: 1\n",
        "a: \tx\n",
        "a: 1 #b\n",
        "?\n",
    ],
)
def test_what_is_not_plain_is_read_as_a_whole(text: str) -> None:
    memory = Memory()
    same(read("x.yaml", text.encode(), memory), read("x.yaml", text.encode()))


def test_only_the_changed_entry_of_a_list_is_read(monkeypatch: pytest.MonkeyPatch, long: int) -> None:
    text = "a: 1\nlog:\n" + "".join(f"  - id: x{number}\n    text: {'y' * 60}\n" for number in range(30))
    memory = Memory()
    read("x.yaml", text.encode(), memory)
    read("x.yaml", text.replace("a: 1", "a: 2").encode(), memory)
    parsed: list[str] = []
    whole = sections.PARSER
    monkeypatch.setattr(sections, "PARSER", lambda text: (parsed.append(text), whole(text))[1])
    changed = text.replace("a: 1", "a: 2").replace("id: x7\n", "id: new\n")
    source = read("x.yaml", changed.encode(), memory)
    assert [piece[:20] for piece in parsed] == ["log:\n  - id: new\n    "[:20]]
    same(source, read("x.yaml", changed.encode()))


def test_many_sections_are_read_as_a_whole() -> None:
    memory = Memory()
    text = "".join(f"key-{number}: 1\n" for number in range(sections.MOST + 1))
    same(read("x.yaml", text.encode(), memory), read("x.yaml", text.encode()))
    assert memory.sections("x.yaml") == {}
    text = "log:\n" + "".join(f"  - {number}\n" for number in range(sections.MOST + 1))
    same(read("x.yaml", text.encode(), memory), read("x.yaml", text.encode()))
    assert len(memory.sections("x.yaml")) == 1


def test_memory_is_bounded_and_forgets_what_was_read_longest_ago() -> None:
    memory = Memory(files=2)
    for name in "ab":
        read(name, b"x: 1", memory)
    kept = read("a", b"x: 1", memory)
    read("c", b"x: 1", memory)
    assert memory.recall("b", b"x: 1") is None
    assert memory.recall("a", b"x: 1") is kept
    read("a", b"x: 2", memory)
    assert list(memory.sections("a")) == ["x: 2"]
