"""What a document reads is noted, whatever way it is read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from building import Space

from generator.build import reasons
from generator.build.trace import Hashes, TracedLibrary, TracedOrigin, traced
from generator.documents import packaged_kinds
from generator.documents.kind import Job
from generator.load import Loaded, load_project, open_workspace
from generator.model.project import Project
from generator.resources import Library

EXPECTED = {
    "contract": {"unread": {"measurements", "evaluations", "meetings", "payments", "log"}},
    "minutes": {"unread": {"kpis", "measurements", "evaluations", "payments", "log"}},
    "evaluation": {"unread": {"meetings", "risks", "payments", "log"}},
}


@pytest.fixture
def loaded(space: Space) -> Loaded:
    return load_project(open_workspace(space.root), space.one)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_document_reads_only_what_it_prints(loaded: Loaded, name: str) -> None:
    assert loaded.project is not None
    assert loaded.merged is not None
    kind = next(one for one in packaged_kinds() if one.name == name)
    read: set[str] = set()
    project, library = traced(loaded.project, read), TracedLibrary()
    origin = TracedOrigin(project, read, Hashes(loaded.merged.data, library, {}), None, "")
    made = kind.render(Job(project, kind.items(loaded.project)[0], "zh-CN", library, origin))
    assert made.body is not None
    assert {"project", "contract", "parties"} <= read
    assert not read & EXPECTED[name]["unread"]
    assert library.asked


def test_a_traced_project_is_a_project(loaded: Loaded) -> None:
    assert loaded.project is not None
    read: set[str] = set()
    copy = traced(loaded.project, read)
    assert isinstance(copy, Project)
    assert read == set()
    assert copy.contract is loaded.project.contract
    assert read == {"contract"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, Decimal(1)),
        (Decimal("1.0"), Decimal("1.00")),
        ("1", 1),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (None, "None"),
        ([], {}),
    ],
)
def test_values_that_differ_have_other_hashes(one: object, other: object) -> None:
    hashes = [Hashes({"x": value}, Library(), {}).of("section x") for value in (one, other)]
    assert hashes[0] != hashes[1]
    assert Hashes({}, Library(), {}).of("section x") not in hashes


def test_templates_are_told_apart_by_content_and_by_which_there_are() -> None:
    some = Library({"clauses/a.yaml": b"1", "zh-CN/b.docx": b"2"})
    more = Library({"clauses/a.yaml": b"1", "clauses/c.yaml": b"2", "zh-CN/b.docx": b"3"})
    before, after = (Hashes({}, library, {"tool": "t"}) for library in (some, more))
    labels = before.made_from(["x"], ["clauses/a.yaml", "clauses/*.yaml", "zh-CN/b.docx", "none"])
    now = {label: after.of(label) for label in labels}
    why = reasons.changed(labels, now)
    assert reasons.joined(why).en == "template clauses/*.yaml changed, template zh-CN/b.docx changed"
    assert "template clauses/packaged.yaml" not in before.made_from(
        [], ["clauses/packaged.yaml", "clauses/*.yaml"]
    )
    assert before.made_from([], ["zh-CN/packaged.docx"])["template zh-CN/packaged.docx"] == "-"
    assert reasons.changed(labels, labels) == ()
