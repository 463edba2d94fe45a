"""What is due: everything with a day, overdue first, and nothing that the project does not state."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from generator.derive.due import DueKind, DueRow, due, next_meetings
from generator.model.common import Side
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.model.support import Feedback, Resources

D = datetime.date


def rows(project: Project, kind: DueKind | None = None, **options: Any) -> list[DueRow]:
    found = due(project, options.pop("on", project.project.as_of), **options)
    return [row for row in found if kind is None or row.kind is kind]


def test_sorted_by_day_with_what_waits_at_the_end(technical: Project) -> None:
    found = rows(technical)
    days = [row.day for row in found if row.day]
    assert days == sorted(days)
    assert [row.id for row in found if row.day is None] == ["p5"]
    assert found[-1].day is None


@pytest.mark.parametrize("window", [0, 7, 30, 400])
def test_only_what_is_overdue_or_within_the_window(agency: Project, window: int) -> None:
    on = agency.project.as_of
    for row in rows(agency, window=window):
        assert row.day is None or row.day <= on + datetime.timedelta(days=window)
        assert row.days_overdue == (max(0, (on - row.day).days) if row.day else 0)


def test_each_section_is_in_it(agency: Project, technical: Project) -> None:
    kinds = {row.kind for project in (agency, technical) for row in rows(project, window=430)}
    elsewhere = {
        DueKind.SECURITY, DueKind.SECURITY_RETURN, DueKind.CONFIRMATION, DueKind.ORDER, DueKind.ORDER_PAYMENT,
        DueKind.MINUTES, DueKind.REPLY, DueKind.DELETION, DueKind.DEMAND,
    }  # fmt: skip
    assert kinds == set(DueKind) - elsewhere


def test_what_the_agency_owes(agency: Project) -> None:
    late = [(row.kind.value, row.id, row.days_overdue) for row in rows(agency) if row.days_overdue]
    assert late == [
        ("report", "monthly-report", 54),
        ("action", "a-09-3", 22),
        ("risk_measure", "R-04", 15),
        ("action", "a-09-1", 8),  # moved from 18 September
        ("action", "a-10-4", 8),
        ("improvement", "i-04", 8),
        ("action", "a-10-1", 1),
    ]


def test_routes_lead_to_the_record(agency: Project, service: Project, technical: Project) -> None:
    for project in (agency, service, technical):
        for row in rows(project, window=430):
            found: Any = project
            for step in row.route:
                found = found[step] if isinstance(step, int) else getattr(found, step)
            assert found is not None, row
            if row.kind in (DueKind.ACTION, DueKind.RISK_MEASURE, DueKind.REQUIREMENT, DueKind.COMPLAINT):
                assert found.text == row.text


def test_what_is_done_is_not_due(technical: Project) -> None:
    ids = {row.id for row in rows(technical, DueKind.DELIVERABLE, window=900)}
    assert ids == {"d6"}
    assert {row.id for row in rows(technical, DueKind.ACCEPTANCE)} == {"d4", "d5"}
    assert {row.id for row in rows(technical, DueKind.MILESTONE, window=900)} == {"m5", "m6"}


def test_acceptance_is_due_by_the_contract_s_period(technical: Project) -> None:
    day = {row.id: (row.day, row.owner) for row in rows(technical, DueKind.ACCEPTANCE)}
    assert day == {"d4": (D(2026, 11, 3), Side.PARTY_A), "d5": (D(2026, 11, 13), Side.PARTY_A)}


def test_explained_deductions_are_not_due(service: Project) -> None:
    assert [row.id for row in rows(service, DueKind.INSTALMENT, window=900)] == ["p11", "p12"]
    silent = replace(service, payments=tuple(replace(one, note=None) for one in service.payments))
    late = [row.id for row in rows(silent, DueKind.INSTALMENT) if row.days_overdue]
    assert late == ["p06", "p07", "p08"]


def test_what_both_owe_is_one_row(service: Project) -> None:
    (row,) = rows(service, DueKind.RENEWAL_NOTICE)
    assert (row.day, row.owner) == (D(2026, 10, 31), Side.PARTY_A)
    assert not rows(service, DueKind.RENEWAL_NOTICE, on=D(2026, 11, 1)), (
        "whether it was given is not recorded"
    )


def test_the_next_meeting_is_as_agreed_else_by_rule(agency: Project, technical: Project) -> None:
    (agreed,) = next_meetings(agency, agency.project.as_of)
    assert (agreed.day, agreed.route[0]) == (D(2026, 11, 16), "meetings")
    planned, review = next_meetings(technical, technical.project.as_of)
    assert (planned.day, planned.route) == (D(2026, 11, 12), ("cadence", 0))
    assert (review.day, review.route) == (D(2026, 11, 17), ("cadence", 1)), "three working days before m5"
    none_held = replace(agency, meetings=())
    (first,) = next_meetings(none_held, D(2026, 2, 1))
    assert first.day == D(2026, 2, 10), "the exception moved it before the holiday"


def test_a_meeting_held_today_is_not_the_next(agency: Project) -> None:
    last = replace(agency.meetings[-1], next=None)
    found = next_meetings(replace(agency, meetings=(*agency.meetings[:-1], last)), last.date)
    assert [row.day for row in found] == [D(2026, 11, 16)]


def test_a_closed_project_has_no_next_meeting(agency: Project) -> None:
    closed = replace(agency, project=replace(agency.project, state=ProjectState.CLOSED))
    assert not rows(closed, DueKind.MEETING)


def test_closed_risks_are_not_due(agency: Project) -> None:
    assert "R-08" not in {row.id for row in rows(agency, window=900)}
    closed = replace(agency, risks=tuple(replace(one, status=RiskStatus.CLOSED) for one in agency.risks))
    kinds = {DueKind.RISK_MEASURE, DueKind.RISK_REVIEW, DueKind.RISK_ACCEPTANCE}
    assert not kinds & {row.kind for row in rows(closed, window=900)}


def test_a_qualification_that_ran_out_is_overdue(agency: Project) -> None:
    assert agency.resources is not None
    people = tuple(replace(one, qualification_expires=D(2026, 10, 1)) for one in agency.resources.people)
    found = rows(replace(agency, resources=Resources(people=people)), DueKind.CERTIFICATE)
    assert {row.days_overdue for row in found} == {30}
    assert "孟子谦：自动化仪表工程师（虚构证书 GC-0014）" in {row.text for row in found}


def test_requirements_are_due_until_their_day_and_never_overdue(agency: Project) -> None:
    assert [row.text for row in rows(agency, DueKind.REQUIREMENT)] == [
        "常州、嘉兴两家客户的逾期货款合计186000元全部收回"
    ]
    assert not rows(agency, DueKind.REQUIREMENT, on=D(2026, 11, 17))


def test_a_bare_project_owes_little(agency: Project) -> None:
    bare = replace(
        agency, payments=(), meetings=(), evaluations=(), risks=(), reports=(), feedback=Feedback(), training=(),
        resources=None, improvements=(), cadence=(),
    )  # fmt: skip
    assert {row.kind for row in rows(bare, window=900)} == {
        DueKind.INSTALMENT, DueKind.INVOICE, DueKind.DELIVERABLE, DueKind.RENEWAL_NOTICE, DueKind.TERM_END,
        DueKind.TARGET, DueKind.HANDOVER,
    }  # fmt: skip


@pytest.mark.parametrize("on", [D.min, D.max])
def test_the_ends_of_the_calendar_are_days_like_any_other(agency: Project, on: D) -> None:
    assert {row.days_overdue > 0 for row in rows(agency, on=on) if row.day} <= {on == D.max}
