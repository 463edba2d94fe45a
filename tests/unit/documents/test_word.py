"""Word documents: one compilation for each template, honest properties, nothing made where something is missing."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents import word
from generator.documents.kind import Item, Job, Provenance
from generator.documents.minutes import KIND, context
from generator.files import read_folder
from generator.model.project import Project
from generator.render.view import view
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "hash", "commit", "0.1")


@pytest.fixture
def job(agency: Project) -> Job:
    return Job(agency, KIND.items(agency)[0], "zh-CN", Library(), ORIGIN)


def test_words_take_their_parts() -> None:
    assert word.say("zh-CN", "minutes_late", 3) == "逾期3天"
    assert word.say("en", "minutes_late", 3) == "3 days overdue"
    assert word.say("zh-CN", "person", "{0} {x}", "%s") == "{0} {x}（%s）"


def test_a_word_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="no word minutes_wish"):
        word.say("zh-CN", "minutes_wish")


def test_properties_say_what_the_document_is_and_where_it_comes_from(job: Job) -> None:
    about = word.properties(job, "题" * 300, "编号" * 200)
    assert (len(about.title), len(about.subject)) == (255, 255)
    assert about.author == job.project.parties.party_a.name  # type: ignore[union-attr]
    assert about.custom == {"spec_hash": "hash", "git_commit": "commit", "tool_version": "0.1"}
    nobody = replace(job.project, parties=replace(job.project.parties, party_a=None))  # type: ignore[type-var]
    assert word.properties(replace(job, project=nobody), "t", "s").author == ""


def test_a_template_is_compiled_once_for_its_bytes(job: Job, tmp_path: Path) -> None:
    first, _ = word.template(job, "minutes.docx")
    again, _ = word.template(replace(job, item=Item("x", "x", ("meetings", 1))), "minutes.docx")
    assert first is again
    folder = tmp_path / "zh-CN"
    folder.mkdir()
    (folder / "minutes.docx").write_bytes(job.library.read("zh-CN/evaluation_blank.docx"))
    own, _ = word.template(replace(job, library=Library(read_folder(tmp_path))), "minutes.docx")
    assert own is not first


def test_a_file_that_is_no_template_makes_no_document(job: Job, tmp_path: Path) -> None:
    (tmp_path / "zh-CN").mkdir()
    (tmp_path / "zh-CN" / "minutes.docx").write_bytes(b"not a package")
    rendered = word.render(
        replace(job, library=Library(read_folder(tmp_path))),
        "minutes.docx",
        {},
        "t",
        "s",
    )
    assert rendered.body is None
    assert rendered.diagnostics


def test_a_hole_makes_no_document_and_is_told_once(job: Job) -> None:
    whole = dict(context(job.project, 0, "zh-CN"))
    whole["contract"] = view({"title": None, "number": "1"}, ("contract",))
    rendered = word.render(job, "minutes.docx", whole, "t", "s")
    assert rendered.body is None
    routes = [getattr(one.location, "route", None) for one in rendered.diagnostics]
    assert routes == [("contract", "title")]
