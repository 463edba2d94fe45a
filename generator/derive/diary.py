"""What stands in a project's diary: every meeting of its cadences and every deadline, each with a key that edits do not change."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from generator.derive.actions import action_states, held
from generator.derive.cadence import Occurrence, Omitted, Reason, Schedule
from generator.derive.cadences import ZONE, schedule
from generator.derive.due import DueKind, DueRow, due, fulfilled
from generator.derive.periods import written
from generator.diagnostics import Route
from generator.model.common import Side
from generator.model.meeting import ActionStatus, Cadence, Meeting, NextMeeting
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.value import record

ALWAYS = (datetime.date.max - datetime.date.min).days

UNNAMED = (DueKind.RISK_MEASURE, DueKind.REQUIREMENT)
"""Several of these belong to one record and have no id of their own: their place among each other tells them apart."""


class EntryState(StrEnum):
    """Where an entry stands."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@record
class Appointment:
    """One meeting; ``planned`` is its day by rule, ``day`` the one it is held on, ``cancelled`` why it is not.

    ``reason`` says why an exception moved or cancelled it. ``unpublished`` are the years whose arrangement of holidays
    the day relies on.
    """

    key: str
    day: datetime.date
    start: datetime.time
    minutes: int
    place: str
    zone: str
    name: str
    chair: str
    attendees: tuple[str, ...]
    agenda: tuple[str, ...]
    route: Route
    planned: datetime.date
    cadence: str = ""
    cancelled: Reason | None = None
    reason: str | None = None
    unpublished: tuple[int, ...] = ()


@record
class Deadline:
    """One day by which something is to be done; ``owner`` is as in :class:`DueRow`."""

    key: str
    day: datetime.date
    kind: DueKind
    text: str
    owner: str | Side
    route: Route
    id: str
    period: str
    state: EntryState
    unpublished: tuple[int, ...] = ()


def appointments(project: Project, on: datetime.date) -> tuple[Appointment, ...]:
    """Return every meeting by its cadence, the next one as the last meeting before the day ``on`` agreed it.

    Those that do not take place are among them, so that a diary that has them can take them off.
    """
    past = [meeting for _, meeting in held(project) if meeting.date <= on]
    found: list[Appointment] = []
    for index, cadence in enumerate(project.cadence):
        own = [meeting for meeting in past if meeting.cadence == cadence.id]
        dates = schedule(cadence, project)
        rows = list(_regular(cadence, dates, ("cadence", index))) if dates else []
        found += _agreed(rows, own[-1], on, cadence) if own else rows
    days = {one.day for one in found if not one.cancelled}
    other = [meeting for meeting in past if meeting.cadence is None]
    if other and (agreed := _next(other[-1], on)) and agreed.date not in days:
        found.append(_extra(other[-1], agreed, None))
    return tuple(sorted(found, key=lambda one: (one.day, one.start, one.key)))


def coming(project: Project, on: datetime.date) -> tuple[Appointment, ...]:
    """Return the next meeting of each cadence from the day ``on``, and one that belongs to none; a meeting held is not next."""
    if project.project.state is ProjectState.CLOSED:
        return ()
    been = {(meeting.cadence or "", meeting.date) for meeting in project.meetings}
    found: dict[str, Appointment] = {}
    for one in appointments(project, on):
        if one.day >= on and not one.cancelled and (one.cadence, one.day) not in been:
            found.setdefault(one.cadence, one)
    return tuple(found.values())


def deadlines(project: Project, on: datetime.date) -> tuple[Deadline, ...]:
    """Return every day by which something is to be done, by what is known on the day ``on``; what is done is among them."""
    rows = [
        *(_deadline(row, EntryState.PLANNED) for row in due(project, on, ALWAYS) if row.day),
        *(_deadline(row, EntryState.DONE) for row in fulfilled(project, on)),
        *_settled_actions(project, on),
    ]
    told = [row for row in rows if row.kind is not DueKind.MEETING]
    return tuple(sorted(_named(told), key=lambda one: (one.day, one.key)))


def _regular(cadence: Cadence, dates: Schedule, route: Route) -> Iterator[Appointment]:
    for one in dates.occurrences:
        yield _occurrence(cadence, one, route, one.held_on)
    for off in dates.omitted:
        yield replace(_occurrence(cadence, off, route, off.planned), cancelled=off.reason)


def _occurrence(cadence: Cadence, one: Occurrence | Omitted, route: Route, day: datetime.date) -> Appointment:
    reasons = {exception.planned: exception.reason for exception in cadence.exceptions}
    return Appointment(
        key=f"{DueKind.MEETING}+{cadence.id}+{one.planned}",
        day=day,
        start=cadence.time,
        minutes=cadence.duration_minutes,
        place=cadence.place,
        zone=cadence.time_zone or ZONE,
        name=cadence.name,
        chair=cadence.chair,
        attendees=cadence.attendees,
        agenda=cadence.agenda,
        route=route,
        planned=one.planned,
        cadence=cadence.id,
        reason=reasons.get(one.planned),
        unpublished=one.unpublished,
    )


def _agreed(rows: list[Appointment], last: Meeting, on: datetime.date, cadence: Cadence) -> list[Appointment]:
    """Return ``rows`` with what the ``last`` meeting agreed in the place of the nearest one that is still to come."""
    agreed = _next(last, on)
    if agreed is None:
        return rows
    coming = [one for one in rows if not one.cancelled and one.day > last.date]
    if not coming:
        return [*rows, _extra(last, agreed, cadence)]
    nearest = min(coming, key=lambda one: (abs(one.day - agreed.date), one.day))
    moved = replace(
        nearest,
        day=agreed.date,
        start=agreed.time,
        place=agreed.place,
        unpublished=(),
        name=agreed.title or nearest.name,
    )
    return [moved if one is nearest else one for one in rows]


def _next(meeting: Meeting, on: datetime.date) -> NextMeeting | None:
    agreed = meeting.next
    return agreed if agreed and agreed.date > meeting.date and agreed.date >= on else None


def _extra(meeting: Meeting, agreed: NextMeeting, cadence: Cadence | None) -> Appointment:
    """Return a meeting that no rule plans; it lasts as long as the cadence's, else as the one that agreed it."""
    start, end = (datetime.datetime.combine(meeting.date, time) for time in (meeting.start, meeting.end))
    return Appointment(
        key=f"{DueKind.MEETING}+{meeting.id}+next",
        day=agreed.date,
        start=agreed.time,
        minutes=cadence.duration_minutes if cadence else max(0, int((end - start).total_seconds()) // 60),
        place=agreed.place,
        zone=(cadence.time_zone if cadence else None) or ZONE,
        name=agreed.title or (cadence.name if cadence else meeting.title),
        chair=cadence.chair if cadence else meeting.chair,
        attendees=cadence.attendees if cadence else meeting.present,
        agenda=cadence.agenda if cadence else (),
        route=("meetings", meeting.id, "next"),
        planned=agreed.date,
        cadence=cadence.id if cadence else "",
    )


def _settled_actions(project: Project, on: datetime.date) -> Iterator[Deadline]:
    past = [pair for pair in held(project) if pair[1].date <= on]
    for one in action_states(project, on, past):
        if one.status is not ActionStatus.OPEN:
            row = DueRow(one.due, DueKind.ACTION, one.text, one.owner, one.route, one.id)
            done = one.status is ActionStatus.DONE
            yield _deadline(row, EntryState.DONE if done else EntryState.CANCELLED)


def _deadline(row: DueRow, state: EntryState) -> Deadline:
    period = written(row.period) if row.period else ""
    place = str(int(row.route[-1]) + 1) if row.kind in UNNAMED else ""
    key = "+".join(part for part in (row.kind, row.id or str(row.route[0]), place, period) if part)
    day = row.day or datetime.date.max
    return Deadline(
        key, day, row.kind, row.text, row.owner, row.route, row.id, period, state, row.unpublished
    )


def _named(rows: Iterable[Deadline]) -> list[Deadline]:
    """Return ``rows``, each with a key of its own: where several share one, it goes on with the day, then with a number."""
    dated = _apart(list(rows), lambda one, _: f"{one.key}+{one.day}")
    return _apart(dated, lambda one, number: f"{one.key}+{number}")


def _apart(rows: list[Deadline], name: Callable[[Deadline, int], str]) -> list[Deadline]:
    total, seen = Counter(one.key for one in rows), Counter[str]()
    apart = []
    for one in rows:
        seen[one.key] += 1
        apart.append(replace(one, key=name(one, seen[one.key])) if total[one.key] > 1 else one)
    return apart
