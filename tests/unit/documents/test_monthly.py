"""The monthly report: what happened in the month and nothing of others."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from generator.derive.journal import journal
from generator.derive.periods import span
from generator.documents.kind import Job, Provenance
from generator.documents.monthly import KIND
from generator.documents.monthly.document import document
from generator.model.project import Project
from generator.resources import Library

ORIGIN = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "0123abcd", "fedcba98", "9.9")


def job(project: Project, month: str, language: str = "zh-CN") -> Job:
    item = next(one for one in KIND.items(project) if one.key == month)
    return Job(project, item, language, Library(), ORIGIN, where=lambda route: f"specs/x.yaml:{len(route)}")


def text(project: Project, month: str, language: str = "zh-CN") -> str:
    rendered = KIND.render(job(project, month, language))
    assert rendered.body is not None, rendered.diagnostics
    pages = pypdf.PdfReader(BytesIO(rendered.body)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


def test_every_log_entry_is_printed_in_one_month(agency: Project) -> None:
    shown = {item.key: text(agency, item.key) for item in KIND.items(agency)}
    assert list(shown) == [f"2026-{month:02}" for month in range(1, 11)]
    for entry in agency.log:
        words = entry.text.replace(" ", "")
        assert [key for key, page in shown.items() if words in page] == [f"{entry.date:%Y-%m}"]


@pytest.mark.parametrize("name", ["agency", "service", "technical"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_event_is_printed(project_of: Callable[[str], Project], name: str, language: str) -> None:
    project = project_of(name)
    item = KIND.items(project)[-1]
    shown = text(project, item.key, language)
    year, _, month = item.key.partition("-")
    first = datetime.date(int(year), int(month), 1)
    events = journal(project, first, first + datetime.timedelta(days=27))
    assert events
    assert all(one.text.replace(" ", "") in shown for one in events)


def test_an_action_done_in_the_month_is_not_overdue_although_a_later_meeting_says_so(agency: Project) -> None:
    done = next(
        note
        for meeting in agency.meetings
        for note in meeting.follow_ups
        if note.done_on and f"{note.done_on:%Y-%m}" < f"{meeting.date:%Y-%m}"
    )
    month = f"{done.done_on:%Y-%m}"
    late = re.compile(rf"{re.escape(done.action)}[^|]{{0,120}}?(逾期\d+天|已完成)")
    assert "逾期" not in late.findall(text(agency, month))[-1]


def test_what_comes_next_is_in_the_last_month_alone(agency: Project) -> None:
    assert "后续事项" in text(agency, "2026-10")
    assert "后续事项" not in text(agency, "2026-09")


def test_an_empty_month_says_so(agency: Project) -> None:
    bare = replace(
        agency, log=(), meetings=(), payments=(), reports=(), feedback=None, training=(), risks=agency.risks[:1],
        evaluations=(), improvements=(), changes=(), measurements=(),
    )  # fmt: skip
    bare = replace(bare, contract=replace(bare.contract, deliverables=(), milestones=(), payment=None))
    shown = text(bare, "2026-05")
    assert "没有截至本月末的指标测量值" in shown
    assert "本月没有到期或者支付的款项" in shown


def test_places_are_cited(agency: Project) -> None:
    made = document(job(agency, "2026-10"))
    assert made.blocks
    assert "specs/x.yaml" in text(agency, "2026-10")
    assert span(agency.measurements[0].period)[1] == datetime.date(2026, 3, 31)
