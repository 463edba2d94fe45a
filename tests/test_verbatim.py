"""Nothing is dropped and nothing escaped wrongly: every text of a project is printed as typed, in its own document."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from support import ORIGIN, holder, judged, text_of

from generator.documents import packaged_kinds
from generator.documents.kind import Job
from generator.load import Loaded
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.resources import Library
from generator.shape.schema import resolved

OWNER = {
    "contract": "contract",
    "parties": "contract",
    "meetings": "minutes",
    "evaluations": "evaluation",
    "kpis": "evaluation_blank",
    "assessment": "evaluation_blank",
}
"""The document that each section is written for."""

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]

CHECKED = {"id_number", "postcode", "account_name", "phone", "account_number", "level", "formula", "refers"}
"""Texts whose form a check knows, or that name an entry by its text."""

FREE = {r"^\S(.*\S)?$", r"\S"}
"""The patterns of free text."""

Route = tuple[str | int, ...]


def texts(data: Any, schema: dict[str, Any], route: Route = ()) -> Iterator[Route]:
    """Yield the route of every free text in ``data``."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, schema["properties"][key], (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, schema["items"], (*route, index))
    elif schema.get("pattern") in FREE and "\n" not in str(data):
        yield route


def printed(project: Project) -> dict[str, str]:
    """Return the text of all documents of each kind, without blanks, which lines and pages put in."""
    found: dict[str, str] = {}
    for kind in packaged_kinds():
        for item in kind.items(project):
            made = kind.render(Job(project, item, "zh-CN", Library(), ORIGIN))
            assert made.body is not None, (kind.name, item.key, made.diagnostics)
            found[kind.name] = found.get(kind.name, "") + bare(text_of(kind.suffix, made.body))
    return found


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", [*SAMPLES, *ProjectKind])
def test_every_text_is_printed_as_typed_in_its_own_document(
    samples: dict[str, Loaded], starters: dict[str, Loaded], name: str
) -> None:
    merged = (samples | starters)[name].merged
    assert merged is not None
    data = copy.deepcopy(merged.data)
    marked: dict[Route, str] = {}
    for number, route in enumerate(texts(data, resolved("project.json"))):
        if route[-1] not in CHECKED:
            place = holder(data, route)
            marked[route] = place[route[-1]] = f"{place[route[-1]]}<{number}&\"'}}}}{{{{{number}%}}]]>"
    project, findings = judged(data)
    assert project is not None, findings
    found = printed(project)
    lost = [
        route
        for route, text in marked.items()
        if bare(text) not in found.get(OWNER.get(str(route[0]), ""), "")
    ]
    unpaid = ("bank",) if project.contract.payment is None else ()
    assert [one for one in lost if one[0] in OWNER and not {*unpaid} & {*one}] == []
    assert len(marked) - len(lost) > (300 if name in SAMPLES else 40)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_of_one_project_is_in_the_documents_of_another(samples: dict[str, Loaded], name: str) -> None:
    project = samples[name].project
    assert project is not None
    found = "".join(printed(project).values())
    for other in samples.values():
        assert other.project is not None
        if other.project is not project:
            assert bare(other.project.parties.party_b.name) not in found
            assert other.project.contract.number not in found
