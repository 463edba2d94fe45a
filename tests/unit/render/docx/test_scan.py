"""Tags are found as Jinja finds them, in linear time."""

from __future__ import annotations

import time

import pytest

from generator.render.docx.scan import MAX_TAGS, scan, without_tags


@pytest.mark.parametrize(
    ("text", "tags", "strays"),
    [
        ("a {{ b }} {% if c %}d{# e #}", ["{{ b }}", "{% if c %}", "{# e #}"], []),
        ("{{ a\n}}", ["{{ a\n}}"], []),
        ("{ a } {b} 100%", [], []),
        ("{{ a", [], ["{{"]),
        ("a }} %} #}", [], ["}}", "%}", "#}"]),
        ("{{ {{ a }} }}", ["{{ {{ a }}"], ["}}"]),
        ("{% a {{ b }}", ["{{ b }}"], ["{%"]),
    ],
)
def test_tags_and_strays(text: str, tags: list[str], strays: list[str]) -> None:
    scanned = scan(text)
    assert [tag.text for tag in scanned.tags] == tags
    assert [text[tag.start : tag.end] for tag in scanned.tags] == tags
    assert [stray for _, stray in scanned.strays] == strays


def test_nested_brackets_are_known() -> None:
    assert [tag.is_nested for tag in scan("{{ '{{' }}{{ a }}").tags] == [True, False]


def test_text_without_its_tags() -> None:
    assert without_tags("甲 {{ a }}乙{# c #}") == "甲 乙"


@pytest.mark.parametrize("unit", ["{{", "{%", "}}", "{{ a }}", "{", "{{ {% {# ", "｛｛"])
def test_hostile_text_takes_no_longer(unit: str) -> None:
    started = time.monotonic()
    scanned = scan(unit * 500_000)
    assert len(scanned.tags) <= MAX_TAGS + 1
    assert len(scanned.strays) <= 20
    assert time.monotonic() - started < 2
