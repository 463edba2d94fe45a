"""The diary: every meeting and deadline once, with keys that edits leave alone."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.derive.cadence import Reason
from generator.derive.diary import EntryState, appointments, deadlines
from generator.derive.due import DueKind, due
from generator.model.common import Frequency
from generator.model.meeting import CadenceException, HolidayRule, NextMeeting, Weekday
from generator.model.project import Project

D = datetime.date


def keys(project: Project) -> dict[str, datetime.date]:
    on = project.project.as_of
    return {one.key: one.day for one in (*appointments(project, on), *deadlines(project, on))}


def test_every_occurrence_is_in_it_with_its_day_by_rule(agency: Project) -> None:
    found = appointments(agency, agency.project.as_of)
    assert [one.planned.month for one in found] == list(range(1, 13))
    moved = {one.planned: one.day for one in found if one.day != one.planned}
    assert moved == {
        D(2026, 2, 15): D(2026, 2, 10),
        D(2026, 3, 15): D(2026, 3, 16),
        D(2026, 8, 15): D(2026, 8, 17),
        D(2026, 11, 15): D(2026, 11, 16),
    }
    assert (
        next(one.reason for one in found if one.day == D(2026, 2, 10)) == "春节假期，双方商定提前到节前召开"
    )


def test_the_next_meeting_is_as_the_last_one_agreed_it(agency: Project) -> None:
    *rest, last = agency.meetings
    agreed = NextMeeting(date=D(2026, 11, 18), time=datetime.time(9, 30), place="乙方上海办公室")
    project = replace(agency, meetings=(*rest, replace(last, next=agreed)))
    found = {one.key: one for one in appointments(project, project.project.as_of)}
    assert keys(project).keys() == keys(agency).keys()
    one = found["meeting+monthly+2026-11-15"]
    assert (one.day, one.start, one.place) == (agreed.date, agreed.time, agreed.place)


def test_a_meeting_outside_any_cadence_is_in_it_once(technical: Project) -> None:
    assert "meeting+wm-09+next" not in keys(technical), "the regular meeting is on that day"
    *rest, last = technical.meetings
    agreed = NextMeeting(date=D(2026, 11, 6), time=datetime.time(15), place="线上")
    project = replace(technical, meetings=(*rest, replace(last, next=agreed)))
    assert keys(project)["meeting+wm-09+next"] == D(2026, 11, 6)
    assert next(
        one.minutes for one in appointments(project, project.project.as_of) if one.day == agreed.date
    ) == (70)


def test_the_next_meeting_has_the_title_agreed_for_it(agency: Project, technical: Project) -> None:
    for project in (agency, technical):
        *rest, last = project.meetings
        agreed = NextMeeting(date=D(2026, 11, 18), time=datetime.time(15), place="线上", title="年终专题会")
        after = replace(project, meetings=(*rest, replace(last, next=agreed)))
        names = {one.day: one.name for one in appointments(after, D(2026, 10, 31))}
        assert names[agreed.date] == "年终专题会"


def test_what_does_not_take_place_is_told_with_its_key(agency: Project) -> None:
    cadence = agency.cadence[0]
    off = CadenceException(planned=D(2026, 12, 15), reason="年末盘点")
    for changed, reason in (
        (replace(cadence, exceptions=(*cadence.exceptions, off)), Reason.EXCEPTION),
        (replace(cadence, holiday_rule=HolidayRule.SKIP), Reason.REST_DAY),
    ):
        project = replace(agency, cadence=(changed,))
        found = [one for one in appointments(project, project.project.as_of) if one.cancelled]
        assert {one.cancelled for one in found} == {reason}
        assert {one.key for one in found} <= keys(agency).keys()


def test_deadlines_are_what_is_due_and_what_is_done(agency: Project) -> None:
    on = agency.project.as_of
    found = deadlines(agency, on)
    open_days = {(one.kind, one.day, one.id) for one in found if one.state is EntryState.PLANNED}
    for row in due(agency, on, 3000):
        assert row.kind is DueKind.MEETING or row.day is None or (row.kind, row.day, row.id) in open_days
    states = {one.key: one.state for one in found}
    assert states["action+a-10-1"] is EntryState.PLANNED
    assert states["action+a-01-1"] is states["instalment+p1"] is EntryState.DONE
    assert states["report+monthly-report+2026-09"] is EntryState.DONE


def test_keys_are_of_one_entry_each(agency: Project, service: Project, technical: Project) -> None:
    for project in (agency, service, technical):
        on = project.project.as_of
        found = [one.key for one in (*appointments(project, on), *deadlines(project, on))]
        assert len(set(found)) == len(found)


def test_edits_leave_the_keys_alone(technical: Project) -> None:
    contract = technical.contract
    later = tuple(
        replace(one, name="新名称", planned=one.planned + datetime.timedelta(9))
        for one in contract.milestones
    )
    extra = replace(technical.risks[0], measures=(*technical.risks[0].measures,) * 2)
    project = replace(
        technical,
        contract=replace(contract, milestones=later),
        risks=(extra, *technical.risks[1:]),
        cadence=(
            replace(technical.cadence[0], time=datetime.time(16), name="改名"),
            *technical.cadence[1:],
        ),
        project=replace(technical.project, as_of=technical.project.as_of + datetime.timedelta(1)),
    )
    moved = {key for key in keys(technical) if key.startswith("meeting+milestone-review+")}
    assert keys(technical).keys() - keys(project).keys() == moved, (
        "another day by the contract is another meeting"
    )


def test_make_up_days_and_holidays_count(service: Project) -> None:
    """10 October 2026 is a Saturday worked for the national holiday, 3 October one of its days."""
    cadence = replace(
        service.cadence[0], frequency=Frequency.WEEKLY, day_of_month=None, week_of_month=None, weekday=Weekday.SATURDAY, start=D(2026, 10, 3), end=D(2026, 10, 10),
        holiday_rule=HolidayRule.NEXT_WORKDAY, exceptions=(),
    )  # fmt: skip
    project = replace(service, cadence=(cadence,), meetings=())
    found = [(one.planned, one.day) for one in appointments(project, D(2026, 1, 1)) if not one.cancelled]
    assert found[0] == (D(2026, 10, 3), D(2026, 10, 8))
