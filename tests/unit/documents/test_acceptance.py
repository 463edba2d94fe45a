"""The acceptance form: every agreed fact of the deliverable, the derived days, and places to write what is found."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.documents.acceptance import KIND
from generator.documents.kind import Job, Provenance, Rendered
from generator.locale import date_text
from generator.model.change import ChangedDate
from generator.model.common import Duration, DurationUnit
from generator.model.project import Project
from generator.resources import Library

Read = Callable[[Rendered], Any]
PROVENANCE = Provenance(datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC), "", "", "")


def form(project: Project, index: int) -> Rendered:
    return KIND.render(Job(project, KIND.items(project)[index], "zh-CN", Library(), PROVENANCE))


@pytest.fixture
def project(project_of: Callable[[str], Project]) -> Project:
    return project_of("technical")


def delivered(project: Project, index: int, **changes: object) -> Project:
    those = list(project.contract.deliverables)
    those[index] = replace(those[index], **changes)
    return replace(project, contract=replace(project.contract, deliverables=tuple(those)))


def test_each_deliverable_has_a_form(any_project: Project) -> None:
    forms = KIND.items(any_project)
    assert [one.key for one in forms] == [one.id for one in any_project.contract.deliverables]
    assert [one.route for one in forms] == [("contract", "deliverables", at) for at in range(len(forms))]


def test_every_agreed_fact_is_in_it(any_project: Project, read: Read) -> None:
    for index, one in enumerate(any_project.contract.deliverables):
        text = read(form(any_project, index)).text
        for fact in (
            one.name,
            one.unit,
            one.place,
            date_text(one.due),
            f"{any_project.contract.number}/{one.id}",
        ):
            assert fact in text
        for criterion in one.criteria:
            for fact in (criterion.metric, criterion.threshold, criterion.method):
                assert fact in text
        assert text.count("□合格\n□不合格") == len(one.criteria)


def test_the_days_of_what_was_delivered(project: Project, read: Read) -> None:
    bare = delivered(project, 0, delivered_on=None, accepted_on=None)
    text = read(form(bare, 0)).text
    assert "收到之日起" in text
    assert text.count("　　　　年　　月　　日") == 4
    ten = replace(bare.contract.acceptance, period=Duration(10, DurationUnit.WORKING_DAYS))
    agreed = replace(bare, contract=replace(bare.contract, acceptance=ten))
    day = datetime.date(2026, 3, 2)
    assert "2026年3月16日届满" in read(form(delivered(agreed, 0, delivered_on=day), 0)).text
    late = delivered(agreed, 0, delivered_on=datetime.date(2031, 9, 25))
    assert "年节假日安排公布后核对）届满" in read(form(late, 0)).text


def test_the_payment_that_waits_for_it(project: Project, read: Read) -> None:
    waiting = {
        row.deliverable: row for row in project.contract.payment.instalments if row.event == "acceptance"
    }
    assert waiting
    for index, one in enumerate(project.contract.deliverables):
        text = read(form(project, index)).text
        assert ("付款期限开始计算" in text) is (one.id in waiting)
        if one.id in waiting:
            assert waiting[one.id].name in text


@pytest.mark.parametrize("hostile", ["& < > {{ x }} {% if %}", "😀 𠮷", "“引号” 'x' \"y\""])
def test_names_print_as_they_are(project: Project, read: Read, hostile: str) -> None:
    assert hostile in read(form(delivered(project, 0, name=hostile), 0)).text


def test_a_day_that_a_signed_change_moves_stands_beside_the_agreed_one(project: Project, read: Read) -> None:
    day = ChangedDate(deliverable=project.contract.deliverables[1].id, date=datetime.date(2026, 6, 12))
    changed = replace(project, changes=(replace(project.changes[0], dates=(day,)),))
    due = date_text(project.contract.deliverables[1].due)
    assert f"{due}（变更单XH-JS-2026-007-BG-01改为2026年6月12日）" in read(form(changed, 1)).text
    assert "改为" not in read(form(changed, 0)).text
