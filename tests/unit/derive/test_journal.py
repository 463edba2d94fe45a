"""The journal has every dated fact once; months of a term divide it without loss."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.derive.journal import EventKind, journal, months
from generator.derive.periods import span
from generator.load import Loaded
from generator.model.profile import ProjectState
from generator.model.project import Project

SAMPLES = ["east-china-agency", "service-desk-outsourcing", "warehouse-system"]
EVER = (datetime.date.min, datetime.date.max)


def of(samples: dict[str, Loaded], name: str) -> Project:
    project = samples[name].project
    assert project is not None
    return project


@pytest.mark.parametrize("name", SAMPLES)
def test_each_entry_is_in_one_month(samples: dict[str, Loaded], name: str) -> None:
    project = of(samples, name)
    whole = journal(project, *EVER)
    found = [
        one for month in months(project, project.project.as_of) for one in journal(project, *span(month))
    ]
    first = span(months(project, project.project.as_of)[0])[0]
    last = span(months(project, project.project.as_of)[-1])[1]
    assert found == [one for one in whole if first <= one.day <= last]
    assert len(set(found)) == len(found)
    logged = [one for one in found if one.kind is EventKind.LOG]
    assert len(logged) == sum(first <= one.date <= last for one in project.log)


@pytest.mark.parametrize("name", SAMPLES)
def test_counts_are_those_of_the_records(samples: dict[str, Loaded], name: str) -> None:
    project = of(samples, name)
    kinds = [one.kind for one in journal(project, *EVER)]
    assert kinds.count(EventKind.MEETING) == len(project.meetings)
    assert kinds.count(EventKind.PAID) == len(project.payments)
    assert kinds.count(EventKind.EVALUATED) == len(project.evaluations)
    assert kinds.count(EventKind.RISK_RAISED) == len(project.risks)
    received = [one for report in project.reports for one in report.received if one.received_on]
    assert kinds.count(EventKind.REPORT_RECEIVED) == len(received)


def test_the_month_begun_and_a_draft_have_no_report(samples: dict[str, Loaded]) -> None:
    project = of(samples, "east-china-agency")
    assert [one.number for one in months(project, datetime.date(2026, 3, 30))] == [1, 2]
    draft = replace(project, project=replace(project.project, state=ProjectState.DRAFT))
    assert months(draft, datetime.date(2026, 10, 31)) == ()
