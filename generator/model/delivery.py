"""Deliverables, milestones, quality standards and acceptance."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Direction, Duration


class AcceptanceRule(StrEnum):
    """Acceptance rule: one of the schema's values."""

    ALL_DONE = "all_done"
    EFFECT = "effect"
    PARTY_A_CONFIRMS = "party_a_confirms"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """Acceptance: standard and procedure."""

    rule: AcceptanceRule
    effect: str | None = None
    period: Duration
    procedure: str
    rectification: Duration
    warranty: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """Criterion: metric, threshold, method."""

    metric: str
    threshold: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Milestone: one key date."""

    id: str
    name: str
    planned: datetime.date
    actual: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityStandard:
    """Quality standard: one measurable indicator."""

    id: str
    name: str
    metric: str
    threshold: Decimal
    direction: Direction
    unit: str
    source: str
