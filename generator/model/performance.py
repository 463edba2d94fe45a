"""KPIs, their measured values, and evaluations."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Direction, Duration, Frequency, Period
from generator.model.value import value


class KpiCategory(StrEnum):
    """Kpi category: one of the schema's values."""

    PROGRESS = "progress"
    QUALITY = "quality"
    SATISFACTION = "satisfaction"
    RESPONSE = "response"
    COMPLIANCE = "compliance"
    SALES = "sales"
    COST = "cost"


class Scoring(StrEnum):
    """Scoring: one of the schema's values."""

    LINEAR = "linear"
    PASS_FAIL = "pass_fail"
    BANDS = "bands"


class MissingValue(StrEnum):
    """Missing value: one of the schema's values."""

    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"


@value
class ScoreBand:
    """Score band: reaching it earns the score."""

    at: Decimal
    score: Decimal


@value
class Kpi:
    """KPI: definition and scoring rule."""

    id: str
    name: str
    category: KpiCategory
    definition: str
    unit: str
    direction: Direction
    target: Decimal
    floor: Decimal
    weight: Decimal
    scoring: Scoring
    bands: tuple[ScoreBand, ...] = ()
    frequency: Frequency
    source: str
    owner: str
    note: str | None = None
    credit_percent: Decimal | None = None


@value
class Measurement:
    """Measurement: one KPI in one period."""

    kpi: str
    period: Period
    value: Decimal | None = None
    missing: MissingValue | None = None
    note: str | None = None
    evidence: str | None = None


@value
class GradeEffect:
    """Effect: a share of the fee that is deducted or added."""

    deduct_percent: Decimal | None = None
    bonus_percent: Decimal | None = None


@value
class DeductionCap:
    """Deduction cap: how much assessment may deduct at most."""

    period_percent: Decimal | None = None
    total_percent: Decimal | None = None


@value
class Grade:
    """Grade: one grade."""

    label: str
    min: Decimal
    consequence: str
    effect: GradeEffect | None = None


@value
class Veto:
    """Veto: one veto."""

    id: str
    text: str


@value
class Assessment:
    """Assessment rules: cycle, grades, vetoes."""

    frequency: Frequency
    grades: tuple[Grade, ...]
    vetoes: tuple[Veto, ...] = ()
    reply_within: Duration
    deduction_cap: DeductionCap | None = None


@value
class Adjustment:
    """Adjustment: one bonus or deduction."""

    points: Decimal
    reason: str


@value
class VetoFact:
    """Veto fact: one fact."""

    veto: str
    fact: str


@value
class Requirement:
    """Requirement: one requirement."""

    text: str
    owner: str
    due: datetime.date


@value
class Evaluation:
    """Evaluation: one period's evaluation."""

    id: str
    period: Period
    date: datetime.date
    evaluators: tuple[str, ...]
    adjustments: tuple[Adjustment, ...] = ()
    vetoes: tuple[VetoFact, ...] = ()
    problems: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    application: str | None = None
    party_b_reply: str | None = None
    received_on: datetime.date | None = None
    instalment: str | None = None
    month: int | None = None
