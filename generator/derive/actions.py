"""The actions agreed in meetings: where each stands on a day, and which are carried over into a meeting."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.diagnostics import Route
from generator.model.meeting import ActionStatus, Meeting
from generator.model.project import Project


@dataclass(frozen=True, slots=True)
class Step:
    """One follow-up of an action, as the meeting of ``date`` recorded it."""

    date: datetime.date
    status: ActionStatus
    new_due: datetime.date | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ActionState:
    """An action on a day: ``due`` is the last agreed due date, ``original_due`` the first; days overdue count to that day."""

    id: str
    text: str
    owner: str
    output: str
    meeting: str
    agreed_on: datetime.date
    original_due: datetime.date
    due: datetime.date
    status: ActionStatus
    done_on: datetime.date | None
    days_overdue: int
    history: tuple[Step, ...]
    route: Route


def held(project: Project) -> list[tuple[int, Meeting]]:
    """Return the meetings with their index in the project, by date and start."""
    return sorted(enumerate(project.meetings), key=lambda pair: (pair[1].date, pair[1].start, pair[0]))


def action_states(
    project: Project, on: datetime.date, meetings: list[tuple[int, Meeting]]
) -> tuple[ActionState, ...]:
    """Return the state on the day ``on`` of every action of ``meetings``, by what these meetings recorded."""
    return tuple(
        _state(project, index, at, on, meetings)
        for index, meeting in meetings
        for at in range(len(meeting.actions))
    )


def open_actions(project: Project, on: datetime.date) -> tuple[ActionState, ...]:
    """Return the actions that are open on the day ``on``, those due first at the front."""
    meetings = [pair for pair in held(project) if pair[1].date <= on]
    states = (state for state in action_states(project, on, meetings) if state.status is ActionStatus.OPEN)
    return tuple(sorted(states, key=lambda state: (state.due, state.id)))


def carried_over(project: Project, meeting: Meeting) -> tuple[ActionState, ...]:
    """Return the actions of earlier meetings that were open when ``meeting`` began, as it left them."""
    meetings = held(project)
    position = next(at for at, (_, one) in enumerate(meetings) if one.id == meeting.id)
    before, including = meetings[:position], meetings[: position + 1]
    pending = {s.id for s in action_states(project, meeting.date, before) if s.status is ActionStatus.OPEN}
    after = action_states(project, meeting.date, including)
    return tuple(state for state in after if state.id in pending)


def _state(
    project: Project, index: int, at: int, on: datetime.date, meetings: list[tuple[int, Meeting]]
) -> ActionState:
    meeting = project.meetings[index]
    action = meeting.actions[at]
    found = [
        (held_in, note) for _, held_in in meetings for note in held_in.follow_ups if note.action == action.id
    ]
    due = next((note.new_due for _, note in reversed(found) if note.new_due), action.due)
    status = found[-1][1].status if found else ActionStatus.OPEN
    done_on = found[-1][1].done_on if found else None
    until = done_on or on
    late = (until - due).days if status is not ActionStatus.CANCELLED else 0
    return ActionState(
        action.id,
        action.text,
        action.owner,
        action.output,
        meeting.id,
        meeting.date,
        action.due,
        due,
        status,
        done_on,
        max(0, late),
        tuple(Step(held_in.date, note.status, note.new_due, note.note) for held_in, note in found),
        ("meetings", index, "actions", at),
    )
