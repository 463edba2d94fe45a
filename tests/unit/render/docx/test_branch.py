"""Choices in choices, and a condition with nothing in its last branch."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.render.docx.branch import Branch, Choice, branch_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", ("a",)),
        ("", ()),
        ("a{{ x }}b", ("ab",)),
        ("{% if x %}a{% endif %}", (Choice((("a",), ())),)),
        ("{% for x in y %}a{% if x %}b{% endif %}{% endfor %}", (Choice((("a", Choice((("b",), ()))), ())),)),
        ("{% for x in y %}a{% else %}b{% endfor %}", (Choice((("a",), ("b",))),)),
        ("{% set x = 1 %}a", ("a",)),
    ],
)
def test_pieces_and_choices(text: str, expected: Branch) -> None:
    assert branch_of(Environment(autoescape=True).parse(text).body) == expected
