"""What a tag may not say is refused before anything is evaluated, all of it at once."""

from __future__ import annotations

import time

import pytest

from generator.render.docx.expressions import REFUSED, SYNTAX, UNKNOWN_FILTER
from generator.render.docx.program import compile_text

ATTACKS = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__init__ }}",
    "{{ x['__class__'] }}",
    "{{ x[y] }}",
    "{{ 10**10**10 }}",
    "{{ 'a' * 10 }}",
    "{{ 1 + 1 }}",
    "{{ 7 // 2 }}",
    "{{ 'a' ~ x }}",
    "{{ '%s' % x }}",
    "{{ -x }}",
    "{{ cycler() }}",
    "{{ lipsum() }}",
    "{{ range(9) }}",
    "{{ x.format(y) }}",
    "{{ 'a'.join(x) }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ _x }}",
    "{{ caller }}",
    "{{ x[1:2] }}",
    "{{ {'a': 1} }}",
    "{{ 1.5 }}",
    "{{ x == none }}",
    "{{ x if y }}",
    "{% for i in range(10**9) %}{% endfor %}",
    "{% for i in x recursive %}{% endfor %}",
    "{% set x.y = 1 %}",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_refused(source: str) -> None:
    started = time.monotonic()
    text, problems = compile_text("c", source, {})
    assert text is None
    assert {problem.code for problem in problems} == {REFUSED.id}
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    "source",
    [
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% call x() %}{% endcall %}",
        "{% block b %}{% endblock %}",
        "{% filter upper %}{% endfilter %}",
        "{% with %}{% endwith %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% set x %}{% endset %}",
        "{% do x %}",
        "{{ x",
        "{{ }}",
        "{% if x %}",
        "{% endif %}",
        "x }}",
        "{{ {{ x }} }}",
        "{{ '{{' }}",
        "{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}",
        "{{ x y }}",
        "{{ 'a }}",
    ],
)
def test_not_read(source: str) -> None:
    text, problems = compile_text("c", source, {})
    assert text is None
    assert {problem.code for problem in problems} == {SYNTAX.id}


@pytest.mark.parametrize(
    "source", ["{{ x|attr('y') }}", "{{ x|safe }}", "{{ x|default('') }}", "{{ x|_run }}"]
)
def test_filters_of_jinja_do_not_exist(source: str) -> None:
    assert [problem.code for problem in compile_text("c", source, {})[1]] == [UNKNOWN_FILTER.id]


def test_a_close_name_is_offered() -> None:
    (problem,) = compile_text("c", "{{ x|mony }}", {"money": str})[1]
    assert "money" in problem.message.en
    assert [p.code for p in compile_text("c", "{{ x is odd }}", {})[1]] == [UNKNOWN_FILTER.id]


def test_all_at_once_each_at_its_tag() -> None:
    problems = compile_text("c", "甲 {{ a() }}\n乙 {{ b|nope }} {{ c.__d }}", {})[1]
    assert [problem.code for problem in problems] == [REFUSED.id, UNKNOWN_FILTER.id, REFUSED.id]
    assert all(
        tag in problem.message.zh for tag, problem in zip(["a()", "b|nope", "__d"], problems, strict=True)
    )


def test_nesting_is_bounded() -> None:
    deep = "{% if x %}" * 100 + "{% endif %}" * 100
    assert [problem.code for problem in compile_text("c", deep, {})[1]] == [REFUSED.id]
    loops = "{% for y in x %}" * 10 + "{{ y }}" + "{% endfor %}" * 10
    assert compile_text("c", loops, {})[0] is not None


def test_names_are_what_the_context_must_have() -> None:
    text, _ = compile_text(
        "c", "{% for x in xs %}{{ loop.index }}{{ x.y }}{{ z }}{% endfor %}{% set a = b %}{{ a }}", {}
    )
    assert text is not None
    assert text.names == {"xs", "z", "b"}
