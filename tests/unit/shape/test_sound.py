"""The quick test says yes exactly where jsonschema does, for every schema, every case file and edits of them."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.shape import check
from generator.shape.check import plain
from generator.shape.judge import validator
from generator.shape.schema import resolved
from generator.shape.sound import made, sound, unsure
from generator.source import read

ROOT = Path(__file__).parents[3]
SCHEMAS = sorted(path.name for path in (ROOT / "schemas").glob("*.json"))
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
CLAUSES = sorted((ROOT / "templates" / "clauses").rglob("*.yaml"))
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, 31, 32, -1, 10**29 + 1, Decimal("0.01"), Decimal("0.001"), Decimal("1.0"), Decimal(-5),
    Decimal("99999999999999999999999999999.99"), Decimal("1E+3"), "", " ", "a", " a", "a ", "a\n", "a\nb", "甲", "x" * 3000,
    "A-1", "a" * 64, "a" * 65, "2026", "2026-03", "2026-Q1", "2026-13", "2026-03-31", "2026-02-30", "20260331", "14:00",
    "24:00", "14:00\n", "10 working days", "10 working days\n", "1 yearss", "CNY", "active", "text", "sales_agency",
    datetime.date(2026, 3, 31), [], {}, [""], ["a", "a"], ["a", 1], [[]], [{}], {"a": 1}, {"text": "a"},
    {"text": "a", "table": "b"}, {"zh-CN": "甲"}, {"zh-CN": ["甲", {"text": "乙"}]},
)  # fmt: skip


def accepted(data: Any, schema: str) -> bool:
    return next(iter(validator(schema).iter_errors(plain(data))), None) is None


def parts(schema: Any) -> Iterator[Any]:
    yield schema
    for inner in (*schema.get("properties", {}).values(), *schema.get("anyOf", ())):
        yield from parts(inner)
    if "items" in schema:
        yield from parts(schema["items"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_part_of_every_schema_has_a_test(name: str) -> None:
    judge = validator(name)
    for schema in parts(resolved(name)):
        if not schema.keys() & {"type", "anyOf"}:
            assert schema.keys() <= {"$schema", "$id", "title", "description"}, "definitions alone"
            continue
        test = made(schema)
        assert test is not unsure, schema
        one = judge.evolve(schema=schema)
        for value in (*VALUES, {1: "a"}, *schema.get("examples", ())):
            exact = next(iter(one.iter_errors(plain(value))), None) is None
            assert test(value) is exact, (schema, value)


@cache
def data(path: Path) -> Any:
    return read(path.name, path.read_bytes()).data


@pytest.mark.parametrize("path", [*CASES, *CLAUSES], ids=lambda path: path.stem)
def test_files_of_the_project(path: Path) -> None:
    schema = "clause.json" if path in CLAUSES else "part.json"
    documents = data(path)
    assert sound(documents, schema) is accepted(documents, schema)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container and key by which a value is reached."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_edits(draw: st.DataObject) -> None:
    base = data(ROOT / "tests" / "cases" / "base.yaml")
    section = draw.draw(st.sampled_from(sorted(base)))
    edited = {section: deepcopy(base[section])}
    holder, key = draw.draw(st.sampled_from(list(places(edited))))
    match draw.draw(st.sampled_from(("replace", "delete", "add"))):
        case "delete":
            del holder[key]
        case "add" if isinstance(holder[key], dict):
            holder[key][draw.draw(st.sampled_from(("titel", "note", "text", "id")))] = draw.draw(
                st.sampled_from(VALUES)
            )
        case _:
            holder[key] = draw.draw(st.sampled_from(VALUES))
    assert sound(edited, "part.json") is accepted(edited, "part.json")
    assert bool(check(edited, "part.json")) is not accepted(edited, "part.json")


@pytest.mark.parametrize("value", [1.0, float("nan"), datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)])
def test_what_the_reader_never_makes_is_left_to_jsonschema(value: Any) -> None:
    assert not made({"type": "number"})(value)
    assert not made({"type": "string"})(value)


def test_keywords_of_others_are_left_to_jsonschema() -> None:
    for schema in (
        {"type": "string", "const": "a"},
        {"type": "string", "format": "email"},
        {"type": ["string", "null"]},
        {"type": "object", "properties": {}},
        {"type": "object", "additionalProperties": False, "oneOf": [{"type": "object"}]},
        {"type": "object", "additionalProperties": False, "properties": {}, "patternProperties": {}},
        {"const": 1},
    ):
        assert made(schema) is unsure


def test_a_sound_file_needs_no_jsonschema() -> None:
    code = (
        "import sys; from pathlib import Path; from generator.shape import check; from generator.source import read;"
        "data = read('base', Path('tests/cases/base.yaml').read_bytes()).data;"
        "assert check(data, 'project.json') == (); assert 'jsonschema' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
