"""Which documents a project gets, and where."""

from __future__ import annotations

import pytest
from building import Space

from generator.build.plan import kinds, plan
from generator.build.unit import created
from generator.diagnostics import GeneratorError, Text
from generator.documents.kind import DocumentKind, Item, Rendered
from generator.load import load_project, open_workspace
from generator.resources import Library


def kind(name: str, *stems: str) -> DocumentKind:
    items = tuple(Item(stem, stem, ("contract",)) for stem in stems)
    return DocumentKind(name, Text(name, name), ".docx", lambda _: items, lambda _: Rendered(b"x"))


def test_names_that_differ_in_case_only_clash(space: Space) -> None:
    loaded = load_project(open_workspace(space.root), space.one)
    assert loaded.project is not None
    tasks, findings = plan(loaded.project, [kind("a", "x", "X"), kind("b", "x"), kind("c", "y")])
    assert len(tasks) == 2
    assert [finding.code for finding in findings] == ["W301", "W301"]


def test_there_are_four_families() -> None:
    names = {one.name for one in kinds(Library(), "zh-CN")}
    assert {"contract", "minutes", "evaluation", "summary"} <= names


def test_a_date_for_documents_is_a_number_of_seconds() -> None:
    assert created("") is None
    moment = created("0")
    assert moment is not None
    assert moment.year == 1970
    with pytest.raises(GeneratorError):
        created("yesterday")
