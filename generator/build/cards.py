"""The cards of a workspace's projects; those of projects that have not changed are taken from the last time."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from generator.build import manifest as kept
from generator.build.survey import State, look, state
from generator.build.write import CARDS, write_manifest
from generator.derive.card import Card, card
from generator.diagnostics import Route, has_errors
from generator.load import Loaded, Workspace, open_workspace, project_of
from generator.model.value import record
from generator.structure import build

FORMAT = 2


@record
class Gathered:
    """The workspace, the cards of its sound projects by path, and what was loaded of those that have errors."""

    workspace: Workspace
    cards: dict[Path, Card]
    broken: dict[Path, Loaded]


def gather(root: Path, paths: Iterable[Path], output: Path) -> Gathered:
    """Return the cards of the projects at ``paths``; only those that changed since the last time are read."""
    workspace, wanted = open_workspace(root), list(paths)
    manifest = kept.load(output)
    inputs = look(root, wanted, manifest, "")
    known = _known(output)
    cards: dict[Path, Card] = {}
    broken: dict[Path, Loaded] = {}
    now: dict[str, list[Any]] = {}
    for path in wanted:
        one = state(inputs, path, manifest)
        found = _recalled(known, one)
        if found is None:
            loaded = project_of(workspace, one.entry)
            found = _card(loaded)
            if found is None:
                broken[path] = loaded.told()
                continue
        cards[path] = found
        now[one.name] = [one.inputs, packed(found)]
    if now != known:
        with suppress(OSError):  # it only saves time
            write_manifest(
                output, json.dumps([FORMAT, now], ensure_ascii=False).encode("utf-8", "surrogatepass"), CARDS
            )
    return Gathered(workspace, cards, broken)


def packed(value: Any) -> Any:
    """Return a value of records, decimals, days and enums as plain JSON, which ``structure.build`` turns back."""
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: packed(one) for name, one in pairs if one is not None}
    if isinstance(value, tuple):
        return [packed(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal | datetime.date) else value


def unpacked(data: Any) -> Card:
    """Return the card that :func:`packed` has made ``data`` of."""
    return build(Card, data)


def _card(loaded: Loaded) -> Card | None:
    merged = loaded.merged
    if loaded.project is None or merged is None or has_errors(loaded.diagnostics):
        return None

    def where(route: Route) -> str:
        span = merged.span(route)
        return f"{span.file}:{span.line}"

    return card(loaded.project, where)


def _known(output: Path) -> dict[str, list[Any]]:
    try:
        version, known = json.loads((output / kept.FOLDER / CARDS).read_bytes())
    except (OSError, ValueError, TypeError):
        return {}
    return known if version == FORMAT and isinstance(known, dict) else {}


def _recalled(known: dict[str, list[Any]], one: State) -> Card | None:
    try:
        inputs, data = known[one.name]
        return unpacked(data) if inputs == one.inputs else None
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
