"""Where actions stand, by what the meetings recorded."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.derive.actions import carried_over, held, open_actions
from generator.load import load_project, open_workspace
from generator.model.meeting import Action, ActionStatus, FollowUp, Meeting
from generator.model.project import Project

ROOT = Path(__file__).parents[3]


@pytest.fixture(
    scope="module", params=["east-china-agency", "service-desk-outsourcing.yaml", "warehouse-system"]
)
def project(request: pytest.FixtureRequest) -> Project:
    loaded = load_project(open_workspace(ROOT), ROOT / "specs" / request.param)
    assert loaded.project is not None
    return loaded.project


def test_nothing_is_carried_into_the_first_meeting(project: Project) -> None:
    assert carried_over(project, held(project)[0][1]) == ()


def test_an_open_action_is_carried_until_it_is_closed_with_the_same_id(project: Project) -> None:
    meetings = held(project)
    for position, (_, meeting) in enumerate(meetings[:-1]):
        after = {state.id for state in carried_over(project, meeting) if state.status is ActionStatus.OPEN}
        after |= {action.id for action in meeting.actions}
        assert {state.id for state in carried_over(project, meetings[position + 1][1])} == after


def test_days_overdue_count_from_the_last_agreed_date(project: Project) -> None:
    for state in open_actions(project, project.project.as_of):
        assert state.days_overdue == max(0, (project.project.as_of - state.due).days)
        assert state.due == next(
            (s.new_due for s in reversed(state.history) if s.new_due), state.original_due
        )


def test_a_day_before_the_first_meeting_has_no_actions(project: Project) -> None:
    assert open_actions(project, datetime.date(2000, 1, 1)) == ()


def test_routes_lead_to_the_actions(project: Project) -> None:
    for state in open_actions(project, project.project.as_of):
        _, index, _, at = state.route
        assert project.meetings[int(index)].actions[int(at)].id == state.id


D = datetime.date
OPEN, DONE, CANCELLED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.CANCELLED


def meeting(day: datetime.date, *notes: FollowUp, actions: tuple[Action, ...] = ()) -> Meeting:
    at = datetime.time(9)
    return Meeting(
        id=f"m-{day}", number="1", title="t", date=day, start=at, end=at, place="p", chair="c", recorder="r",
        present=("c",), agenda=("a",), topics=(), follow_ups=notes, actions=actions, distribution=("d",),
    )  # fmt: skip


def with_meetings(project: Project, *meetings: Meeting) -> Project:
    return replace(project, meetings=meetings)  # type: ignore[type-var]


def note(status: ActionStatus, **more: Any) -> FollowUp:
    return FollowUp(action="a-1", status=status, **more)


AGREED = meeting(
    D(2026, 1, 5), actions=(Action(id="a-1", text="t", owner="c", due=D(2026, 1, 20), output="o"),)
)


def test_every_change_of_the_due_date_is_kept_with_how_late_it_was(project: Project) -> None:
    moved = meeting(D(2026, 2, 5), note(OPEN, new_due=D(2026, 2, 20)))
    again = meeting(D(2026, 2, 18), note(OPEN, new_due=D(2026, 3, 10)))
    (state,) = carried_over(with_meetings(project, again, AGREED, moved), again)
    assert [(move.date, move.old_due, move.new_due, move.days_late) for move in state.moves] == [
        (D(2026, 2, 5), D(2026, 1, 20), D(2026, 2, 20), 16),
        (D(2026, 2, 18), D(2026, 2, 20), D(2026, 3, 10), 0),
    ]
    assert (state.original_due, state.due, state.days_overdue) == (D(2026, 1, 20), D(2026, 3, 10), 0)


def test_an_action_taken_up_again_after_it_was_closed_is_carried_over(project: Project) -> None:
    closed = meeting(D(2026, 2, 5), note(DONE, done_on=D(2026, 1, 19)))
    quiet = meeting(D(2026, 2, 12))
    reopened = meeting(D(2026, 2, 19), note(OPEN, note="退回重做"))
    whole = with_meetings(project, AGREED, closed, quiet, reopened)
    assert [state.days_overdue for state in carried_over(whole, closed)] == [0]
    assert carried_over(whole, quiet) == ()
    (state,) = carried_over(whole, reopened)
    assert (state.status, state.done_on, state.days_overdue) == (OPEN, None, 30)
    assert [step.meeting for step in state.history] == ["m-2026-02-05", "m-2026-02-19"]


def test_a_done_action_was_late_by_its_day_a_cancelled_one_never_is(project: Project) -> None:
    late = meeting(D(2026, 2, 5), note(DONE, done_on=D(2026, 1, 25)))
    dropped = meeting(D(2026, 2, 5), note(CANCELLED))
    assert [s.days_overdue for s in carried_over(with_meetings(project, AGREED, late), late)] == [5]
    assert [s.days_overdue for s in carried_over(with_meetings(project, AGREED, dropped), dropped)] == [0]
    assert open_actions(with_meetings(project, AGREED, dropped), D(2026, 3, 1)) == ()


def test_an_action_is_not_overdue_on_its_due_day(project: Project) -> None:
    days = [open_actions(with_meetings(project, AGREED), D(2026, 1, day))[0].days_overdue for day in (20, 21)]
    assert days == [0, 1]
