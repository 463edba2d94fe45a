"""Meeting cadence and meetings held."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from generator.model.common import Duration, Frequency


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceException:
    """Exception: one cancelled or moved."""

    planned: datetime.date
    moved_to: datetime.date | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """Cadence: rule of a regular meeting."""

    id: str
    name: str
    frequency: Frequency
    weekday: Weekday | None = None
    day_of_month: int | str | None = None
    week_of_month: int | None = None
    start: datetime.date
    end: datetime.date
    time: datetime.time
    duration_minutes: int
    place: str
    chair: str
    attendees: tuple[str, ...]
    holiday_rule: HolidayRule
    minutes_within: Duration
    agenda: tuple[str, ...] = ()
    exceptions: tuple[CadenceException, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Absence: who and why."""

    contact: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observer:
    """Observer: observer."""

    name: str
    organisation: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Follow-up: progress of one action."""

    action: str
    status: ActionStatus
    done_on: datetime.date | None = None
    new_due: datetime.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """Reservation: one reservation."""

    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Topic: one topic."""

    title: str
    discussion: str
    conclusion: str | None = None
    reservations: tuple[Reservation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Decision: one decision."""

    id: str
    text: str
    party: DecisionParty
    affects: ContractAspect | None = None
    change_order: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Action: one action."""

    id: str
    text: str
    owner: str
    due: datetime.date
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """Next meeting: when and where."""

    date: datetime.date
    time: datetime.time
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
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
