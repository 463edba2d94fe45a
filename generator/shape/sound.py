"""Whether data is beyond doubt of the shape asked for: the schemas made functions, so that jsonschema judges the rest only."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from functools import cache
from typing import Any, TypeAlias

from generator.shape.schema import Schema, resolved

Test: TypeAlias = Callable[[Any], bool]
"""Returns whether a value fits; ``False`` may also mean that jsonschema has to say."""

WIDE = Context(prec=200)
"""Wider than any number that the reader lets through."""

ABOUT = frozenset(
    {"$schema", "$id", "$comment", "title", "description", "examples", "default"}
    | {"x-defines", "x-refers", "x-type", "x-unit", "x-internal"}
)
"""Keywords that say something about a value and never refuse one."""

NUMBERS = {"number": (int, Decimal), "integer": (int,)}


def sound(data: object, schema: str) -> bool:
    """Return ``True`` only if the schema file ``schema`` accepts ``data``, in which dates stand for their ISO text.

    ``False`` decides nothing: numbers that the reader never makes and lists of unlike things are left to jsonschema.
    """
    return _judge(schema)(data)


@cache
def _judge(schema: str) -> Test:
    return made(resolved(schema))


def unsure(_: object) -> bool:
    """Return ``False``: the test of a schema that only jsonschema understands."""
    return False


def made(schema: Schema) -> Test:
    """Return the test of ``schema``, which is ``unsure`` where it says something that is none of ours."""
    make, known = MAKERS.get(str(schema.get("type", "any")), (None, frozenset()))
    if make is None or schema.keys() - ABOUT - known - {"type"}:
        return unsure
    return make(schema)


def _string(schema: Schema) -> Test:
    least, most = schema.get("minLength", 0), schema.get("maxLength", float("inf"))
    choices = frozenset(schema["enum"]) if "enum" in schema else None
    # $ is meant as the very end; Python's own lets a line break follow
    fits = re.compile(re.sub(r"\$$", r"\\Z", schema["pattern"])).search if "pattern" in schema else None
    dated = "format" in schema
    if dated and schema["format"] != "date":
        return unsure

    def test(value: Any) -> bool:
        if type(value) is datetime.date:
            value = value.isoformat()
        elif type(value) is not str or (dated and not _day(value)):
            return False
        if choices is not None and value not in choices:
            return False
        return least <= len(value) <= most and (fits is None or fits(value) is not None)

    def text(value: Any) -> bool:
        if type(value) is not str:
            return test(value)
        return least <= len(value) <= most and (fits is None or fits(value) is not None)

    return test if dated or choices is not None else text


def _day(text: str) -> bool:
    try:
        return re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None and bool(
            datetime.date.fromisoformat(text)
        )
    except ValueError:
        return False


def _number(schema: Schema) -> Test:
    kinds = NUMBERS[schema["type"]]
    least, most, unit = (schema.get(key) for key in ("minimum", "maximum", "multipleOf"))
    choices = schema.get("enum")

    def test(value: Any) -> bool:
        if type(value) not in kinds or (choices is not None and value not in choices):
            return False
        if (least is not None and value < least) or (most is not None and value > most):
            return False
        return unit is None or not WIDE.remainder(Decimal(value), Decimal(unit))

    return test


def _boolean(_: Schema) -> Test:
    return lambda value: type(value) is bool


def _array(schema: Schema) -> Test:
    least, unique = schema.get("minItems", 0), schema.get("uniqueItems", False)
    item = made(schema.get("items", {}))

    def test(value: Any) -> bool:
        if type(value) is not list or len(value) < least or not all(map(item, value)):
            return False
        return not unique or (all(type(one) is str for one in value) and len(set(value)) == len(value))

    return test


def _object(schema: Schema) -> Test:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    also = _keys(schema)
    if schema.get("additionalProperties") is not False or also is None:
        return unsure
    least = schema.get("minProperties", 0)
    tests: dict[str, Test] = {}  # filled as keys are met: no project uses them all

    def test(value: Any) -> bool:
        if type(value) is not dict or len(value) < least or not also(value):
            return False
        for key, part in value.items():
            judge = tests.get(key)
            if judge is None:
                if key not in properties:
                    return False
                judge = tests[key] = made(properties[key])
            if not judge(part):
                return False
        return True

    return test


def _keys(schema: Schema) -> Test | None:
    """Return the test of the keys that an object needs, ``None`` where more than keys is asked for."""
    required = frozenset(schema.get("required", ()))
    needs = {key: frozenset(others) for key, others in schema.get("dependentRequired", {}).items()}
    options: list[Schema] = schema.get("oneOf", [])
    if any(option.keys() != {"required"} for option in options):
        return None
    either = [frozenset(option["required"]) for option in options]

    def test(value: dict[str, Any]) -> bool:
        keys = value.keys()
        if not required <= keys or (needs and any(k in keys and not needs[k] <= keys for k in needs)):
            return False
        return not either or sum(one <= keys for one in either) == 1

    return test


def _any(schema: Schema) -> Test:
    tests = [made(option) for option in schema.get("anyOf", ())]
    return lambda value: any(test(value) for test in tests)


_OF_NUMBERS = frozenset({"minimum", "maximum", "multipleOf", "enum"})
_OF_OBJECTS = frozenset({"properties", "additionalProperties", "required", "minProperties"})
MAKERS: dict[str, tuple[Callable[[Schema], Test] | None, frozenset[str]]] = {
    "string": (_string, frozenset({"minLength", "maxLength", "pattern", "format", "enum"})),
    "number": (_number, _OF_NUMBERS),
    "integer": (_number, _OF_NUMBERS),
    "boolean": (_boolean, frozenset()),
    "array": (_array, frozenset({"items", "minItems", "uniqueItems"})),
    "object": (_object, _OF_OBJECTS | {"dependentRequired", "oneOf"}),
    "any": (_any, frozenset({"anyOf"})),
}
"""For each type what makes its test, and the keywords that this understands."""
