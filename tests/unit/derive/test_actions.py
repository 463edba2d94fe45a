"""Where actions stand, by what the meetings recorded."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.derive.actions import carried_over, held, open_actions
from generator.load import load_project, open_workspace
from generator.model.meeting import ActionStatus
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
