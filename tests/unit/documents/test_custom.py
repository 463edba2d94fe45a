"""Kinds that a workspace adds by a template of its own."""

from __future__ import annotations

import datetime
import io
from typing import cast

import docx
import pytest

from generator.documents.custom import custom_kinds
from generator.documents.kind import Job, Provenance, Rendered
from generator.model.project import Project
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "h", "c", "v")


@pytest.fixture
def library() -> Library:
    return Library({})


def add(library: Library, name: str, text: str) -> None:
    document, body = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(body)
    cast("dict[str, bytes]", library.own)[f"zh-CN/{name}.docx"] = body.getvalue()


def render(library: Library, project: Project) -> Rendered:
    (kind,) = custom_kinds(library, "zh-CN")
    (item,) = kind.items(project)
    return kind.render(Job(project, item, "zh-CN", library, ORIGIN))


def test_a_template_is_a_kind_unless_it_stands_in_for_a_packaged_one(library: Library) -> None:
    assert custom_kinds(library, "zh-CN") == ()
    add(library, "contract", "x")
    assert custom_kinds(library, "zh-CN") == ()
    add(library, "保密函", "x")
    (kind,) = custom_kinds(library, "zh-CN")
    assert (kind.name, kind.suffix) == ("保密函", ".docx")
    assert custom_kinds(Library(), "zh-CN") == ()


def test_it_sees_the_project_and_prints_it_as_typed(library: Library, any_project: Project) -> None:
    add(library, "函", "致{{ parties.party_b.name }}：{{ project.name }}")
    made = render(library, any_project)
    assert made.body is not None, made.diagnostics


def test_a_hole_is_an_error(library: Library, any_project: Project) -> None:
    add(library, "函", "{{ contract.titel }}")
    made = render(library, any_project)
    assert made.body is None
    assert any("contract.titel" in finding.message.zh for finding in made.diagnostics)


def test_what_is_no_word_document_is_an_error(library: Library, any_project: Project) -> None:
    made = render(Library({"zh-CN/函.docx": b"no archive"}), any_project)
    assert made.body is None
    assert made.diagnostics
