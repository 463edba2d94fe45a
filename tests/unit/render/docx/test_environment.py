"""The sandbox: looks at views, nothing else."""

from __future__ import annotations

from dataclasses import make_dataclass
from decimal import Decimal

import pytest

from generator.render.docx.environment import EVALUATION, environment
from generator.render.docx.printing import HOLE, UNKNOWN_NAME
from generator.render.docx.program import compile_text
from generator.render.view import view


def outcome(source: str, **context: object) -> object:
    text, found = compile_text("c", source, {})
    assert text is not None, found
    result, found = text.render(context)
    return [problem.code for problem in found] if result is None else result


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ x.nope }}", [UNKNOWN_NAME.id]),
        ("{% if x.nope %}{% endif %}", [UNKNOWN_NAME.id]),
        ("{% if x.nope is defined %}{% endif %}", [UNKNOWN_NAME.id]),
        ("{{ x.text.upper }}", [UNKNOWN_NAME.id]),
        ("{{ x.number.real }}", [UNKNOWN_NAME.id]),
        ("{% for y in x.list %}{{ loop.cycle }}{% endfor %}", [UNKNOWN_NAME.id]),
        ("{{ loop.index }}", [UNKNOWN_NAME.id]),
        ("{% if x.none.a %}1{% endif %}{{ x.none.a }}", [HOLE.id]),
        ("{% for y in x.none %}{% endfor %}", [HOLE.id]),
        ("{% if x.none > 1 %}{% endif %}", [HOLE.id]),
        ("{% for y in x.text %}{% endfor %}", [EVALUATION.id]),
        ("{% for y in x.number %}{% endfor %}", [EVALUATION.id]),
        ("{% if x.number > x.text %}{% endif %}", [EVALUATION.id]),
        ("{% if x.none is none and x.none is not defined and not x.none %}1{% endif %}", "1"),
        ("{{ x.none or '无' }}", "无"),
        ("{% if x.number == 3 and x.number > 2 %}1{% endif %}", "1"),
        ("{% if 'a' in x.list and x.list[0] == 'a' and 'b' is in x.list %}1{% endif %}", "1"),
        (
            "{% for y in x.list %}{{ loop.index }}{{ y }}{% if not loop.last %}、{% endif %}{% endfor %}",
            "1a、2b",
        ),
        ("{% for y in x.list if y != 'a' %}{{ y }}{% else %}-{% endfor %}", "b"),
        ("{{ '甲' if x.number is equalto 3 else '乙' }}", "甲"),
    ],
)
def test_values(source: str, expected: object) -> None:
    data = view({"text": "t", "number": Decimal(3), "none": None, "list": ("a", "b")})
    if "nope" in source:  # a mapping is open, a record is not
        data = view(make_dataclass("Record", ["text"], frozen=True)("t"))
    assert outcome(source, x=data) == expected


def test_nothing_of_jinja_is_left() -> None:
    sandbox = environment({}, xml=True)
    assert sandbox.globals == {}
    assert set(sandbox.filters) == {"length", "join", "first", "last", "_run", "_each"}
    assert set(sandbox.tests) == {"defined", "none", "equalto", "in"}


def test_an_unknown_name_says_which_exist() -> None:
    record = make_dataclass("Party", ["name", "bank"], frozen=True)("a", "b")
    text, _ = compile_text("c", "{{ x.nam }}", {})
    assert text is not None
    (problem,) = text.render({"x": record})[1]
    assert "name, bank" in problem.message.en
