"""Deliverables, milestones, quality standards and acceptance."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Direction, Duration
from generator.model.value import value


class AcceptanceRule(StrEnum):
    """Acceptance rule: one of the schema's values."""

    ALL_DONE = "all_done"
    EFFECT = "effect"
    PARTY_A_CONFIRMS = "party_a_confirms"
    OTHER = "other"


@value
class Acceptance:
    """Acceptance: standard and procedure."""

    rule: AcceptanceRule
    effect: str | None = None
    period: Duration
    procedure: str
    rectification: Duration
    warranty: Duration | None = None


@value
class Criterion:
    """Criterion: metric, threshold, method."""

    metric: str
    threshold: str
    method: str


@value
class Deliverable:
    """Deliverable: one result and its acceptance criteria."""

    id: str
    name: str
    quantity: Decimal
    unit: str
    due: datetime.date
    place: str
    milestone: str | None = None
    criteria: tuple[Criterion, ...]
    delivered_on: datetime.date | None = None
    accepted_on: datetime.date | None = None


@value
class Milestone:
    """Milestone: one key date."""

    id: str
    name: str
    planned: datetime.date
    actual: datetime.date | None = None


@value
class QualityStandard:
    """Quality standard: one measurable indicator."""

    id: str
    name: str
    metric: str
    threshold: Decimal
    direction: Direction
    unit: str
    source: str
