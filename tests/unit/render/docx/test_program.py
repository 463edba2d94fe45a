"""Compiled texts: problems at their tags, conditions, locations."""

from __future__ import annotations

import pytest

from generator.diagnostics import Place, Related, Span
from generator.render.docx.printing import HOLE, UNKNOWN_NAME
from generator.render.docx.program import compile_condition, compile_text, shortened
from generator.render.view import view

CLAUSE = Span("clauses/delay.yaml", 4, 9, 6, 1)


def test_a_hole_stands_at_its_value_and_leads_to_the_clause() -> None:
    text, _ = compile_text("delay", "第一行\n逾期的，按日支付{{ fee.rate }}。", {}, CLAUSE)
    assert text is not None
    result, (problem,) = text.render({"fee": view({"rate": None}, ("contract", "fee"))})
    assert result is None
    assert (problem.code, problem.location) == (HOLE.id, Place(("contract", "fee", "rate")))
    assert "delay" in problem.message.zh
    assert "按日支付{{ fee.rate }}" in problem.message.zh
    assert "第一行" not in problem.message.zh
    assert [related.location for related in problem.related] == [CLAUSE]
    assert isinstance(problem.related[0], Related)


def test_a_hole_of_no_yaml_stands_at_the_clause() -> None:
    text, _ = compile_text("delay", "{{ rate }}", {}, CLAUSE)
    assert text is not None
    (problem,) = text.render({"rate": None})[1]
    assert (problem.location, problem.related) == (CLAUSE, ())


def test_the_right_tag_among_many() -> None:
    source = "{{ a }}\r\n{# {{ b }\n #}{% if a\n  and a %}\n{{ a }} {{\n\n c.x }}{% endif %}"
    text, problems = compile_text("c", source.replace("{{ b }", "b"), {})
    assert text is not None, problems
    (problem,) = text.render({"a": "1", "c": {"x": None}})[1]
    assert "c.x" in problem.message.en


def test_all_names_that_are_not_there() -> None:
    text, _ = compile_text("c", "{{ a }} {{ b }} {% if d %}{% endif %}", {})
    assert text is not None
    assert [problem.code for problem in text.render({"b": "1"})[1]] == [UNKNOWN_NAME.id] * 2


def test_lines_of_statements_leave_no_blank_lines() -> None:
    text, _ = compile_text("c", "甲\n{% if x %}\n  乙\n{% endif %}\n丙\n", {})
    assert text is not None
    assert text.render({"x": True}) == ("甲\n  乙\n丙\n", ())


def test_values_are_never_evaluated_again() -> None:
    text, _ = compile_text("c", "{{ x }}", {})
    assert text is not None
    for value in ("{{ 7*7 }}", "{% for %}", "{#", "</w:t>&amp;", "{_{ x }_}"):
        assert text.render({"x": value}) == (value, ())


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("kind == 'agent'", True),
        ("kind in ('a', 'b')", False),
        ("bond is defined", False),
        ("not bond", True),
    ],
)
def test_conditions(expression: str, expected: bool) -> None:
    condition, _ = compile_condition("c", expression, {})
    assert condition is not None
    assert condition.holds({"kind": "agent", "bond": None}) == (expected, ())


def test_conditions_that_are_none() -> None:
    assert compile_condition("c", "x %}{% if y", {})[0] is None
    assert compile_condition("c", "", {})[0] is None
    condition, _ = compile_condition("c", "x > 1", {})
    assert condition is not None
    assert condition.names == {"x"}
    assert condition.holds({"x": None})[0] is None
    assert condition.holds({})[0] is None


def test_messages_are_shortened() -> None:
    assert shortened("a\n  b") == "a b"
    assert len(shortened("字" * 500)) < 70
