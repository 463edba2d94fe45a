"""The risk register (terms of ISO 31000)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Side
from generator.model.value import value


class RiskCategory(StrEnum):
    """Risk category: one of the schema's values."""

    TECHNICAL = "technical"
    MARKET = "market"
    MANAGEMENT = "management"
    LEGAL = "legal"
    FINANCIAL = "financial"
    CONTRACT = "contract"
    COMPLIANCE = "compliance"


class RiskResponse(StrEnum):
    """Risk response: one of the schema's values."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class RiskStatus(StrEnum):
    """Risk status: one of the schema's values."""

    OPEN = "open"
    OCCURRED = "occurred"
    CLOSED = "closed"


class KnowledgeStrength(StrEnum):
    """Knowledge strength: one of the schema's values."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@value
class RiskMatrix:
    """Risk matrix: size and thresholds."""

    size: int
    medium_from: int
    high_from: int
    extreme_from: int
    likelihood_names: tuple[str, ...] = ()
    impact_names: tuple[str, ...] = ()


@value
class Exposure:
    """Exposure: likelihood and impact; the level is derived."""

    likelihood: int
    impact: int


@value
class Measure:
    """Measure: one step."""

    text: str
    owner: str
    due: datetime.date
    done_on: datetime.date | None = None


@value
class Incident:
    """Incident: one incident."""

    date: datetime.date
    text: str


@value
class RiskAcceptance:
    """Acceptance: by whom, until when."""

    approver: str
    approved_on: datetime.date
    expires: datetime.date


@value
class TriggerKpi:
    """Trigger KPI: KPI and limit."""

    kpi: str
    below: Decimal | None = None
    above: Decimal | None = None


@value
class RiskReview:
    """Review: one review."""

    date: datetime.date
    by: str
    likelihood: int
    impact: int
    note: str | None = None


@value
class Risk:
    """Risk: one entry of the register."""

    id: str
    title: str
    raised_on: datetime.date
    category: RiskCategory
    source: str
    cause: str
    consequence: str
    trigger: str
    controls: tuple[str, ...] = ()
    inherent: Exposure
    current: Exposure
    residual: Exposure
    response: RiskResponse
    measures: tuple[Measure, ...] = ()
    owner: str
    status: RiskStatus
    review_on: datetime.date
    knowledge: KnowledgeStrength | None = None
    justification: str | None = None
    incidents: tuple[Incident, ...] = ()
    antecedents: tuple[str, ...] = ()
    acceptance: RiskAcceptance | None = None
    clause: str | None = None
    kpi: str | None = None
    party: Side | None = None
    cost_reserve: Decimal | None = None
    trigger_kpi: TriggerKpi | None = None
    actions: tuple[str, ...] = ()
    reviews: tuple[RiskReview, ...] = ()
    closed_on: datetime.date | None = None
    closed_because: str | None = None
