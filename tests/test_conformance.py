"""The schemas and the model say the same: names, required, types, choices, closedness; and say it in two languages."""

from __future__ import annotations

import dataclasses
import datetime
import importlib
import json
import pkgutil
import types
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

import generator.model
from generator.model.common import Duration, Period
from generator.model.project import Project
from generator.model.workspace import Workspace
from generator.shape.check import EXPLAIN, plain
from generator.shape.judge import validator
from generator.shape.schema import resolved

SCHEMAS = Path(__file__).parents[1] / "schemas"
FILES = sorted(SCHEMAS.glob("*.json"))
X_TYPES = {"time": datetime.time, "period": Period, "duration": Duration}


def model_classes() -> dict[str, type]:
    classes: dict[str, type] = {}
    for module in pkgutil.iter_modules(generator.model.__path__):
        for name, value in vars(importlib.import_module(f"generator.model.{module.name}")).items():
            if isinstance(value, type) and dataclasses.is_dataclass(value):
                classes[name] = value
    return classes


def pairs() -> Iterator[tuple[str, dict[str, Any], type]]:
    classes = model_classes()
    for file in FILES:
        for name, schema in json.loads(file.read_text(encoding="utf-8")).get("$defs", {}).items():
            if name in classes:
                yield name, schema, classes[name]
    yield "Project", resolved("project.json"), Project
    yield "Workspace", resolved("workspace.json"), Workspace


PAIRS = {name: (schema, cls) for name, schema, cls in pairs()}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_schema_is_valid_and_local(file: Path) -> None:
    schema = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for reference in references(schema):
        assert "://" not in reference
        assert (SCHEMAS / (reference.partition("#")[0] or file.name)).is_file()
    assert "$ref" not in json.dumps(resolved(file.name), default=str)


def references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


def test_every_model_class_has_a_schema() -> None:
    values = {name for name, cls in model_classes().items() if name not in ("Duration", "Period")}
    assert values == set(PAIRS)


@pytest.mark.parametrize("name", PAIRS)
def test_names_and_required_agree(name: str) -> None:
    schema, cls = PAIRS[name]
    fields = {field.name: field for field in dataclasses.fields(cls)}
    required = {one for one, field in fields.items() if field.default is dataclasses.MISSING}
    assert set(schema["properties"]) == set(fields)
    assert set(schema.get("required", [])) == required


@pytest.mark.parametrize("name", PAIRS)
def test_types_agree(name: str) -> None:
    schema, cls = PAIRS[name]
    hints = get_type_hints(cls)
    for key, one in schema["properties"].items():
        assert agrees(hints[key], one), f"{name}.{key}: {hints[key]} but {one}"


def agrees(hint: Any, schema: dict[str, Any]) -> bool:
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if len(kinds) > 1:
            return all(any(agrees(kind, one) for one in schema["anyOf"]) for kind in kinds)
        hint = kinds[0]
    if "$ref" in schema:
        return schema["$ref"].endswith(f"/{hint.__name__}")
    if get_origin(hint) is tuple:
        return schema["type"] == "array" and agrees(get_args(hint)[0], schema["items"])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return set(schema["enum"]) <= {member.value for member in hint}
    if dataclasses.is_dataclass(hint) and hint not in (Duration, Period):
        return schema["type"] == "object"
    if "x-type" in schema:
        return X_TYPES[schema["x-type"]] is hint
    expected = {str: "string", int: "integer", bool: "boolean", Decimal: "number", datetime.date: "string"}[
        hint
    ]
    return schema["type"] == expected and (schema.get("format") == "date") == (hint is datetime.date)


@pytest.mark.parametrize("name", PAIRS)
def test_every_enum_value_is_allowed_somewhere(name: str) -> None:
    schema, cls = PAIRS[name]
    shared = {"Frequency"}  # each field allows the frequencies that make sense for it
    for key, hint in get_type_hints(cls).items():
        kind = next(
            (one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, Enum)), None
        )
        if kind is not None and kind.__name__ not in shared:
            one = schema["properties"][key]
            assert {member.value for member in kind} == set(one.get("items", one)["enum"])


def objects(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object" and "properties" in node:
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for item in node:
            yield from objects(item)


@pytest.mark.parametrize("name", ["project.json", "workspace.json"])
def test_objects_are_closed_and_described_in_both_languages(name: str) -> None:
    for one in objects(resolved(name)):
        assert one["additionalProperties"] is False, one.get("title")
        for key, schema in one["properties"].items():
            zh, _, en = schema["title"].partition(" · ")
            about = schema["description"].split("\n\n")
            assert zh, key
            assert en, key
            assert en.isascii(), key
            assert len(about) == 2, key
            assert all(one.strip() == one and one for one in about), key
            assert not any("一" <= char <= "鿿" for char in about[1]), key
            assert not about[0].isascii(), key


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_example_is_accepted_by_its_own_schema(file: Path) -> None:
    judge = validator(file.name)
    for one in nodes(resolved(file.name)):
        for example in one.get("examples", ()):
            assert not list(judge.evolve(schema=one).iter_errors(plain(example))), (one["title"], example)


def nodes(node: object) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a schema."""
    if isinstance(node, dict):
        yield node
        for one in node.get("properties", {}).values():
            yield from nodes(one)
        for key in ("items", "additionalProperties"):
            yield from nodes(node.get(key))
        for key in ("anyOf", "oneOf"):
            for one in node.get(key, ()):
                yield from nodes(one)


SAYING = {"title", "description", "examples", "properties", "items", "$schema", "$id"}
"""Keywords that judge nothing by themselves."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_verdict_can_be_told_in_the_users_words(file: Path) -> None:
    told = {*EXPLAIN, "anyOf", "oneOf", "required", "additionalProperties", "dependentRequired"}
    for one in nodes(resolved(file.name)):
        judging = {key for key in one if key not in SAYING and not key.startswith("x-")}
        assert judging <= told, one.get("title")


def test_references_name_ids_that_can_be_defined() -> None:
    text = json.dumps(resolved("project.json"), default=str)
    refers = {part.split('"')[0] for part in text.split('"x-refers": "')[1:]}
    defines = {part.split('"')[0] for part in text.split('"x-defines": "')[1:]}
    assert refers - defines == set()
