"""A compiled text knows the first tag of each of its names, and what it prints without them."""

from __future__ import annotations

from generator.render.docx.branch import Choice
from generator.render.docx.environment import environment
from generator.render.docx.program import Source
from generator.render.docx.syntax import compile_program

TEXT = (
    "甲{{ z }}{% if x %}乙{{ y }}{% elif y %}{% for q in x %}丙{{ q }}{% endfor %}{% else %}丁{% endif %}戊"
)


def test_the_first_site_of_each_name_and_its_branches() -> None:
    compiled, branch, problems = compile_program(
        Source("c"), TEXT, environment({}, xml=True), lambda text, at: text[at - 1 : at + 4]
    )
    assert compiled is not None, problems
    assert {name: site.tag for name, site in compiled.names.items()} == {
        "x": "{% if x %}",
        "y": "{{ y }}",
        "z": "{{ z }}",
    }
    assert branch == (
        "甲",
        Choice((("乙",), (Choice((("丙",), ())),), ("丁",))),
        "戊",
    )
