"""Ids and the references to them, as the schema's ``x-defines`` and ``x-refers`` say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.diagnostics import Diagnostic, Place, Related, Route, Text, found
from generator.shape import codes
from generator.shape.near import did_you_mean, listed
from generator.shape.schema import resolved

Ids = dict[str, dict[str, Route]]


class _Names:
    """The ids that data define and refer to, each as kind, name and route."""

    __slots__ = ("defined", "referred")

    def __init__(self) -> None:
        self.defined: list[tuple[str, str, Route]] = []
        self.referred: list[tuple[str, str, Route]] = []


def refer(data: object, schema: str, known: Mapping[str, frozenset[str]]) -> tuple[Diagnostic, ...]:
    """Return a finding for each id given twice and each reference to an id that neither ``data`` nor ``known`` has."""
    names = _Names()
    _collect(data, _ways(schema), (), names)
    ids: Ids = {kind: dict.fromkeys(given, ()) for kind, given in known.items()}
    return (*_twice(names, ids), *_unknown(names, ids))


def _twice(names: _Names, ids: Ids) -> Iterator[Diagnostic]:
    for kind, name, route in names.defined:
        first = ids.setdefault(kind, {}).setdefault(name, route)
        if first is not route:
            related = Related(Text("第一次出现在这里", "first given here"), Place(first))
            yield found(
                codes.TWICE,
                Text(f"编号 “{name}” 重复", f"id '{name}' is given twice"),
                Place(route),
                related=[related],
            )


def _unknown(names: _Names, ids: Ids) -> Iterator[Diagnostic]:
    for kind, name, route in names.referred:
        given = ids.get(kind, {})
        if name not in given:
            shown = listed(given) or "–"
            hint = did_you_mean(name, given) or Text(f"已有编号：{shown}", f"known ids: {shown}")
            message = Text(
                f"没有编号为 “{name}” 的{_noun(kind).zh}",
                f"there is no {_noun(kind).en} with the id '{name}'",
            )
            yield found(codes.UNKNOWN_ID, message, Place(route), hint=hint)


NOUNS = {
    "contact": Text("联系人", "contact"),
    "milestone": Text("里程碑", "milestone"),
    "deliverable": Text("交付成果", "deliverable"),
    "instalment": Text("付款期次", "instalment"),
    "kpi": Text("考核指标", "KPI"),
    "veto": Text("否决项", "veto"),
    "cadence": Text("会议节奏", "cadence"),
    "action": Text("行动项", "action"),
    "risk": Text("风险", "risk"),
    "clause": Text("条款", "clause"),
    "goal": Text("目标", "goal"),
}


def _noun(kind: str) -> Text:
    return NOUNS.get(kind, Text("条目", kind))


@cache
def _ways(schema: str) -> Mapping[str, Any]:
    """Return of a schema file only what leads to ids and references."""
    return _pruned(resolved(schema))


def _pruned(schema: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: schema[key] for key in ("x-defines", "x-refers") if key in schema}
    properties = {name: _pruned(part) for name, part in schema.get("properties", {}).items()}
    if led := {name: part for name, part in properties.items() if part}:
        kept["properties"] = led
    if "items" in schema and (items := _pruned(schema["items"])):
        kept["items"] = items
    return kept


def _collect(data: object, schema: Mapping[str, Any], route: Route, names: _Names) -> None:
    if isinstance(data, dict):
        properties = schema.get("properties", {})
        for key, value in data.items():
            if key in properties:
                _collect(value, properties[key], (*route, key), names)
    elif isinstance(data, list):
        for index, item in enumerate(data) if "items" in schema else ():
            _collect(item, schema["items"], (*route, index), names)
    elif data is not None and "x-defines" in schema:
        names.defined.append((schema["x-defines"], str(data), route))
    elif data is not None and "x-refers" in schema:
        names.referred.append((schema["x-refers"], str(data), route))
