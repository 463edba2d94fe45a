"""The packaged schemas, each with its references put in place, ready to judge."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import cache
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from generator import resources

Schema: TypeAlias = dict[str, Any]


@cache
def _file(name: str) -> Schema:
    text = resources.schemas().joinpath(name).read_text(encoding="utf-8")
    parsed: Schema = json.loads(text, parse_float=Decimal)
    return parsed


@cache
def resolved(name: str) -> Schema:
    """Return the schema file ``name`` with every ``$ref`` replaced by what it names; only packaged files are read."""
    return _object(_file(name), name)


def _resolve(node: object, base: str) -> object:
    if isinstance(node, list):
        return [_resolve(item, base) for item in node]
    return _object(node, base) if isinstance(node, dict) else node


def _object(node: Schema, base: str) -> Schema:
    rest = {key: _resolve(value, base) for key, value in node.items() if key not in ("$ref", "$defs")}
    return {**_target(node["$ref"], base), **rest} if "$ref" in node else rest


@cache
def _target(reference: str, base: str) -> Schema:
    file, _, pointer = reference.partition("#")
    node = _file(file or base)
    for step in pointer.strip("/").split("/") if pointer else ():
        node = node[step]
    target = _object(node, file or base)
    return {key: value for key, value in target.items() if key not in ("$schema", "$id")}


def _whole_pattern(
    validator: Validator, pattern: str, instance: Any, _: Mapping[str, object]
) -> Iterator[ValidationError]:
    """Judge ``pattern`` with ``$`` as the very end: Python's own ``$`` lets a trailing newline through."""
    if validator.is_type(instance, "string") and not re.search(
        re.sub(r"\$$", r"\\Z", pattern), str(instance)
    ):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_WIDE = Context(prec=200)
"""Wider than any number that the reader lets through."""


def _multiple_of(
    validator: Validator, unit: Decimal, instance: Any, _: Mapping[str, object]
) -> Iterator[ValidationError]:
    """Judge ``multipleOf`` exactly, however large the number: the default context gives up at 28 digits."""
    if validator.is_type(instance, "number") and _WIDE.remainder(Decimal(instance), Decimal(unit)):
        yield ValidationError(f"{instance!r} is not a multiple of {unit}")


@cache
def validator(name: str) -> Validator:
    """Return the prebuilt judge of the schema file ``name``."""
    cls = extend(Draft202012Validator, {"pattern": _whole_pattern, "multipleOf": _multiple_of})
    judge: Validator = cls(resolved(name), format_checker=FormatChecker(formats=("date",)))
    return judge
