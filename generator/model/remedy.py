"""What follows a breach: claims, notices to rectify, letters of demand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Period, Side
from generator.model.value import value


class Severity(StrEnum):
    """Severity: one of the schema's values."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class RecheckResult(StrEnum):
    """Recheck result: one of the schema's values."""

    PASSED = "passed"
    FAILED = "failed"


class DeliveryMethod(StrEnum):
    """Delivery method: one of the schema's values."""

    HAND = "hand"
    COURIER = "courier"
    EMAIL = "email"


@value
class Claim:
    """Claim: one claim for damages under the contract."""

    id: str
    date: datetime.date
    by: Side
    breach: str | None = None
    deliverable: str | None = None
    milestone: str | None = None
    instalment: str | None = None
    days: int | None = None
    until: datetime.date | None = None
    fact: str
    base: Decimal | None = None
    percent: Decimal | None = None
    each: Decimal | None = None
    count: int | None = None
    cap: Decimal | None = None
    evidence: tuple[str, ...] = ()
    accepted_on: datetime.date | None = None
    settled_in: str | None = None


@value
class RectificationProblem:
    """Problem: one problem."""

    text: str
    kpi: str | None = None
    clause: str | None = None
    severity: Severity | None = None
    requirement: str
    evidence: str | None = None


@value
class RectificationReply:
    """Reply: Party B’s reply."""

    date: datetime.date
    cause: str
    measures: str
    done_on: datetime.date | None = None


@value
class Recheck:
    """Re-check: one re-check."""

    date: datetime.date
    by: str
    result: RecheckResult
    note: str | None = None


@value
class Rectification:
    """Rectification notice: one notice; it becomes a document."""

    id: str
    number: str
    evaluation: str | None = None
    found_on: datetime.date
    issued_on: datetime.date
    problems: tuple[RectificationProblem, ...]
    due: datetime.date
    owner: str
    consequence: str
    issuer: str
    received_on: datetime.date | None = None
    reply: RectificationReply | None = None
    rechecks: tuple[Recheck, ...] = ()


@value
class DemandDelivery:
    """Delivery: how it was delivered, and the proof."""

    method: DeliveryMethod
    proof: str
    delivered_on: datetime.date


@value
class Demand:
    """Demand: one letter of demand; it becomes a document."""

    id: str
    number: str
    by: Side
    deliverable: str | None = None
    milestone: str | None = None
    instalment: str | None = None
    report: str | None = None
    period: Period | None = None
    issued_on: datetime.date
    deadline: datetime.date
    demand: str
    evidence: tuple[str, ...] = ()
    consequence: str
    issuer: str
    delivery: DemandDelivery | None = None
    answered_on: datetime.date | None = None
    answer: str | None = None
