"""The actions agreed in meetings: where each stands on a day, and which are carried over into a meeting."""

from __future__ import annotations

import datetime
from collections import defaultdict

from generator.diagnostics import Route
from generator.model.meeting import ActionStatus, Meeting
from generator.model.project import Project
from generator.model.value import record


@record
class Step:
    """One follow-up of an action, as the meeting with the id ``meeting`` recorded it on ``date``."""

    meeting: str
    date: datetime.date
    status: ActionStatus
    new_due: datetime.date | None
    note: str | None


@record
class Move:
    """A change of an action's due date, agreed on ``date`` in the meeting with the id ``meeting``."""

    meeting: str
    date: datetime.date
    old_due: datetime.date
    new_due: datetime.date

    @property
    def days_late(self) -> int:
        """Return by how many days the old due date had passed when the new one was agreed."""
        return max(0, (self.date - self.old_due).days)


@record
class ActionState:
    """An action on a day: ``due`` is the last agreed due date, ``original_due`` the first; days overdue count to that day."""

    id: str
    text: str
    owner: str
    reviewer: str | None
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

    @property
    def moves(self) -> tuple[Move, ...]:
        """Return each change of the due date, the first one first."""
        made: list[Move] = []
        for step in self.history:
            if step.new_due:
                old = made[-1].new_due if made else self.original_due
                made.append(Move(step.meeting, step.date, old, step.new_due))
        return tuple(made)


def held(project: Project) -> list[tuple[int, Meeting]]:
    """Return the meetings with their index in the project, by date and start."""
    return sorted(enumerate(project.meetings), key=lambda pair: (pair[1].date, pair[1].start, pair[0]))


def action_states(
    project: Project, on: datetime.date, meetings: list[tuple[int, Meeting]]
) -> tuple[ActionState, ...]:
    """Return the state on the day ``on`` of every action of ``meetings``, by what these meetings recorded."""
    followed: dict[str, list[Step]] = defaultdict(list)
    done: dict[str, datetime.date | None] = {}
    for _, meeting in meetings:
        for note in meeting.follow_ups:
            followed[note.action].append(Step(meeting.id, meeting.date, note.status, note.new_due, note.note))
            done[note.action] = note.done_on
    return tuple(
        _state(
            project, ("meetings", index, "actions", at), on, tuple(followed[action.id]), done.get(action.id)
        )
        for index, meeting in meetings
        for at, action in enumerate(meeting.actions)
    )


def open_actions(project: Project, on: datetime.date) -> tuple[ActionState, ...]:
    """Return the actions that are open on the day ``on``, those due first at the front."""
    meetings = [pair for pair in held(project) if pair[1].date <= on]
    states = (state for state in action_states(project, on, meetings) if state.status is ActionStatus.OPEN)
    return tuple(sorted(states, key=lambda state: (state.due, state.id)))


def carried_over(project: Project, meeting: Meeting) -> tuple[ActionState, ...]:
    """Return the actions of earlier meetings that were open when ``meeting`` began, as it left them.

    An action that was closed before and that ``meeting`` took up again is among them.
    """
    meetings = held(project)
    position = next(at for at, (_, one) in enumerate(meetings) if one.id == meeting.id)
    before = action_states(project, meeting.date, meetings[:position])
    concerned = {state.id for state in before if state.status is ActionStatus.OPEN}
    concerned |= {note.action for note in meeting.follow_ups}
    earlier = {state.id for state in before} & concerned
    after = action_states(project, meeting.date, meetings[: position + 1])
    return tuple(state for state in after if state.id in earlier)


def _state(
    project: Project,
    route: tuple[str, int, str, int],
    on: datetime.date,
    history: tuple[Step, ...],
    done_on: datetime.date | None,
) -> ActionState:
    meeting = project.meetings[route[1]]
    action = meeting.actions[route[3]]
    due = next((step.new_due for step in reversed(history) if step.new_due), action.due)
    status = history[-1].status if history else ActionStatus.OPEN
    late = ((done_on or on) - due).days if status is not ActionStatus.CANCELLED else 0
    return ActionState(
        id=action.id,
        text=action.text,
        owner=action.owner,
        reviewer=action.reviewer,
        output=action.output,
        meeting=meeting.id,
        agreed_on=meeting.date,
        original_due=action.due,
        due=due,
        status=status,
        done_on=done_on,
        days_overdue=max(0, late),
        history=history,
        route=route,
    )
