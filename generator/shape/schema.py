"""The packaged schemas, each with its references put in place."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from generator import resources, shelf

Schema: TypeAlias = dict[str, Any]


@cache
def _file(name: str) -> Schema:
    text = resources.schemas().joinpath(name).read_text(encoding="utf-8")
    parsed: Schema = json.loads(text, parse_float=Decimal)
    return parsed


@cache
def resolved(name: str) -> Schema:
    """Return the schema file ``name`` with every ``$ref`` replaced by what it names; only packaged files are read."""
    return shelf.recall("schema", (name,), lambda: _object(_file(name), name))


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
