"""Meeting cadence and meetings held."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.model.common import Duration, Frequency
from generator.model.value import value


class Weekday(StrEnum):
    """Weekday: one of the schema's values."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class HolidayRule(StrEnum):
    """Holiday rule: one of the schema's values."""

    PREVIOUS_WORKDAY = "previous_workday"
    NEXT_WORKDAY = "next_workday"
    SKIP = "skip"


class ActionStatus(StrEnum):
    """Action status: one of the schema's values."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class DecisionParty(StrEnum):
    """Decision party: one of the schema's values."""

    PARTY_A = "party_a"
    PARTY_B = "party_b"
    BOTH = "both"


class ContractAspect(StrEnum):
    """Contract aspect: one of the schema's values."""

    PRICE = "price"
    TERM = "term"
    SCOPE = "scope"


class CadenceAt(StrEnum):
    """What a meeting is called at: one of the schema's values."""

    MILESTONE = "milestone"
    EVENT = "event"


@value
class CadenceException:
    """Exception: one cancelled or moved."""

    planned: datetime.date
    moved_to: datetime.date | None = None
    reason: str


@value
class Cadence:
    """Cadence: rule of a regular meeting."""

    id: str
    name: str
    frequency: Frequency | None = None
    weekday: Weekday | None = None
    day_of_month: int | str | None = None
    week_of_month: int | None = None
    at: CadenceAt | None = None
    milestones: tuple[str, ...] = ()
    event: str | None = None
    before: Duration | None = None
    after: Duration | None = None
    start: datetime.date
    end: datetime.date
    time: datetime.time
    duration_minutes: int
    time_zone: str | None = None
    place: str
    chair: str
    attendees: tuple[str, ...]
    holiday_rule: HolidayRule
    minutes_within: Duration
    agenda: tuple[str, ...] = ()
    agenda_minutes: tuple[int, ...] = ()
    quorum: int | None = None
    exceptions: tuple[CadenceException, ...] = ()


@value
class Absence:
    """Absence: who and why."""

    contact: str
    reason: str


@value
class Observer:
    """Observer: observer."""

    name: str
    organisation: str
    title: str | None = None


@value
class FollowUp:
    """Follow-up: progress of one action."""

    action: str
    status: ActionStatus
    done_on: datetime.date | None = None
    new_due: datetime.date | None = None
    note: str | None = None


@value
class Reservation:
    """Reservation: one reservation."""

    by: str
    text: str


@value
class Topic:
    """Topic: one topic."""

    title: str
    discussion: str
    conclusion: str | None = None
    reservations: tuple[Reservation, ...] = ()


@value
class Decision:
    """Decision: one decision."""

    id: str
    text: str
    party: DecisionParty
    affects: ContractAspect | None = None
    change_order: str | None = None


@value
class Action:
    """Action: one action."""

    id: str
    text: str
    owner: str
    reviewer: str | None = None
    due: datetime.date
    output: str


@value
class NextMeeting:
    """Next meeting: when and where."""

    date: datetime.date
    time: datetime.time
    place: str
    title: str | None = None


@value
class Meeting:
    """Meeting: one meeting held."""

    id: str
    number: str
    title: str
    cadence: str | None = None
    date: datetime.date
    start: datetime.time
    end: datetime.time
    place: str
    chair: str
    recorder: str
    present: tuple[str, ...]
    absent: tuple[Absence, ...] = ()
    observers: tuple[Observer, ...] = ()
    agenda: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...] = ()
    topics: tuple[Topic, ...]
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    new_risks: tuple[str, ...] = ()
    open_issues: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    next: NextMeeting | None = None
    attachments: tuple[str, ...] = ()
    distribution: tuple[str, ...]
    issued_on: datetime.date | None = None
