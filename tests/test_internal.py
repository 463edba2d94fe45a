"""What the schemas mark as internal is in no part of any document for Party B: properties and comments included."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from support import ORIGIN, holder, judged

from generator.documents import packaged_kinds
from generator.documents.kind import Job
from generator.load import Loaded
from generator.model.profile import ProjectKind
from generator.resources import Library
from generator.shape.schema import resolved

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]
FREE = {r"^\S(.*\S)?$", r"\S"}
Route = tuple[str | int, ...]


def internal(
    data: Any, schema: dict[str, Any], route: Route = (), *, within: bool = False
) -> Iterator[Route]:
    """Yield the route of every free text of ``data`` that is internal."""
    within = within or schema.get("x-internal", False)
    if isinstance(data, dict):
        for key, value in data.items():
            yield from internal(value, schema["properties"][key], (*route, key), within=within)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from internal(value, schema["items"], (*route, index), within=within)
    elif within and isinstance(data, str) and _free(schema):
        yield route


def _free(schema: dict[str, Any]) -> bool:
    return not {"enum", "x-refers", "format"} & schema.keys() and schema.get("pattern") in {*FREE, None}


def every_part(body: bytes) -> str:
    """Return all that a file holds, its properties and comments too."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize("name", [*SAMPLES, *ProjectKind])
def test_no_external_document_has_an_internal_fact(
    samples: dict[str, Loaded], starters: dict[str, Loaded], name: str
) -> None:
    merged = (samples | starters)[name].merged
    assert merged is not None
    data = copy.deepcopy(merged.data)
    data.setdefault("negotiation", []).append(
        {"about": "价格", "target": "九折", "limit": "八五折", "note": "底线"}
    )
    schema = resolved("project.json")
    places = list(internal(data, schema))
    for number, route in enumerate(places):
        holder(data, route)[route[-1]] = f"内部{number}机密"
    project, findings = judged(data)
    assert project is not None, findings
    seen = 0
    for kind in packaged_kinds():
        for item in kind.items(project):
            made = kind.render(Job(project, item, "zh-CN", Library(), ORIGIN))
            assert made.body is not None, made.diagnostics
            text = every_part(made.body)
            seen += kind.internal and "机密" in text
            assert kind.internal or "机密" not in text, (kind.name, item.key)
    assert len(places) >= 4
    assert seen


def test_the_schemas_mark_what_is_internal() -> None:
    schema = resolved("project.json")["properties"]
    assert {name for name, one in schema.items() if one.get("x-internal")} == {
        *("cases", "crm", "legal", "log", "negotiation", "waivers")
    }
    assert schema["deviations"]["items"]["properties"]["reason"]["x-internal"]
