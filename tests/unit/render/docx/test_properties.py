"""The property parts: ours alone, escaped once, the same every time."""

from __future__ import annotations

import dataclasses
import datetime
import io
from typing import Any

import pytest
from docx import Document
from lxml import etree

from generator.render.docx.printing import CHARACTERS
from generator.render.docx.properties import CORE, CUSTOM, Properties, property_parts

MOMENT = datetime.datetime(2026, 3, 1, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))


def test_word_reads_what_was_written(kit: Any) -> None:
    title = 'R&D <合同> "甲" {{ x }} ' + "长" * 300
    properties = Properties(title, "法务", MOMENT, subject="s", keywords="k", custom={"spec": "a&b"})
    raw, _ = kit.compiled(kit.make("x")).render({}, lambda: properties)
    core = Document(io.BytesIO(raw)).core_properties
    assert (core.title, core.author, core.subject, core.keywords, core.language) == (
        title,
        "法务",
        "s",
        "k",
        "zh-CN",
    )
    assert core.created == datetime.datetime(2026, 3, 1, 0, 30, tzinfo=datetime.UTC)
    assert core.last_modified_by == "法务"
    assert "a&amp;b" in kit.part(raw, CUSTOM)


def test_custom_properties_are_sorted_and_numbered_from_two() -> None:
    root = etree.fromstring(property_parts(Properties("t", "a", MOMENT, custom={"b": "2", "a": "1"}))[CUSTOM])
    assert [(entry.get("pid"), entry.get("name"), entry[0].text) for entry in root] == [
        ("2", "a", "1"),
        ("3", "b", "2"),
    ]


def test_a_moment_has_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Properties("t", "a", datetime.datetime(2026, 1, 1))  # noqa: DTZ001


def test_characters_that_no_part_has(kit: Any) -> None:
    properties = dataclasses.replace(kit.properties, title="a\0", custom={"b\x07": "c", "d": "\ud800"})
    raw, problems = kit.compiled(kit.make("x")).render({}, lambda: properties)
    assert raw is None
    assert kit.codes(problems) == [CHARACTERS.id] * 3


def test_empty_properties_are_left_out() -> None:
    assert b"dc:subject" not in property_parts(Properties("t", "a", MOMENT))[CORE]
