"""What prints, what needs a filter, what is never printed."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from generator.diagnostics import Place, Text
from generator.render.docx.printing import (
    CHARACTERS,
    FILTER,
    HOLE,
    UNPRINTABLE,
    FilterError,
)
from generator.render.docx.program import compile_text
from generator.render.docx.rich import Rich
from generator.render.view import view


class Kind(StrEnum):
    AGENT = "agent"


def refuse(_: object) -> str:
    raise FilterError(Text("只用于日期", "for dates only"))


FILTERS = {
    "year": lambda day: str(day.year),
    "refuse": refuse,
    "nothing": lambda _: None,
    "count": len,
}


def problems(source: str, **context: object) -> list[str]:
    text, found = compile_text("c", source, FILTERS)
    assert text is not None, found
    result, found = text.render(context)
    assert result is None
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    "value", [True, False, None, 1.5, Decimal(1), datetime.date(2026, 1, 1), Kind.AGENT, ("a",), {"a": 1}]
)
def test_only_text_and_integers_print(value: object) -> None:
    assert problems("{{ x }}", x=value) == [HOLE.id if value is None else UNPRINTABLE.id]


@pytest.mark.parametrize("value", ["", "R&D <b>", "{{ y }}", 0, -3, 10**30, "多\n行"])
def test_text_and_integers(value: Any) -> None:
    text, _ = compile_text("c", "«{{ x }}»", {})
    assert text is not None
    assert text.render({"x": value}) == (f"«{value}»", ())


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x0b", "\r", "\x7f", "\x85", "\u2028", "\ud800", "\uffff"]
)
def test_characters_that_no_document_has(character: str) -> None:
    assert problems("{{ x }}", x=f"a{character}b") == [CHARACTERS.id]


def test_every_hole_of_a_text_is_found() -> None:
    text, _ = compile_text("c", "{{ p.a }}{{ p.b }}{% for q in p.c %}{{ q.d }}{% endfor %}", {})
    assert text is not None
    _, found = text.render({"p": view({"a": None, "b": 1, "c": ({"d": None}, {"d": None})}, ("p",))})
    assert [problem.location for problem in found] == [
        Place(("p", "a")),
        Place(("p", "c", 0, "d")),
        Place(("p", "c", 1, "d")),
    ]


def test_filters_get_model_values_and_their_problems_are_told() -> None:
    assert problems("{{ x|year }}", x="no date") == [FILTER.id]
    assert problems("{{ x|refuse }}", x="a") == [FILTER.id]
    assert problems("{{ x|nothing }}", x="a") == [HOLE.id]
    assert problems("{{ x.y|year }}", x=view({}, ())) == [HOLE.id]
    assert problems("{{ x|join }}", x=(Decimal(1),)) == [FILTER.id]
    assert problems("{{ x|first }}", x=()) == [FILTER.id]
    text, _ = compile_text("c", "{{ x|count }} {{ x|length }} {{ x|join('、') }} {{ x|last }}", FILTERS)
    assert text is not None
    assert text.render({"x": ("甲", "乙")}) == ("2 2 甲、乙 乙", ())


def test_the_first_item_keeps_its_route() -> None:
    text, _ = compile_text("c", "{{ (x|first).name }}", {})
    assert text is not None
    (problem,) = text.render({"x": view(({"name": None},), ("x",))})[1]
    assert problem.location == Place(("x", 0, "name"))


def test_rich_makes_a_rich_text() -> None:
    text, _ = compile_text("c", "见{{ x }}<条>", {})
    assert text is not None
    result, _ = text.render({"x": Rich.text("三", bold=True)})
    assert result == "见" + Rich.text("三", bold=True) + "<条>"
