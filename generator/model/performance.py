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
    DEDUCTION = "deduction"
    FORMULA = "formula"
    RATED = "rated"


class ScoreAs(StrEnum):
    """Score as: one of the schema's values."""

    LINEAR = "linear"
    PASS_FAIL = "pass_fail"
    BANDS = "bands"


class KpiSource(StrEnum):
    """Kpi source: one of the schema's values."""

    SALES_ACHIEVEMENT = "sales_achievement"
    REPORTS_ON_TIME = "reports_on_time"
    COMPLAINT_RATE = "complaint_rate"
    COMPLAINTS_CLOSED_IN_TIME = "complaints_closed_in_time"
    SURVEY_MEAN = "survey_mean"
    MILESTONES_ON_TIME = "milestones_on_time"
    ACTIONS_ON_TIME = "actions_on_time"


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
class Variable:
    """Variable: one name in a formula."""

    name: str
    label: str
    unit: str


@value
class Input:
    """Input: one variable's value in one period."""

    name: str
    value: Decimal


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
    points_per_event: Decimal | None = None
    free_events: Decimal | None = None
    events: tuple[str, ...] = ()
    formula: str | None = None
    variables: tuple[Variable, ...] = ()
    score_as: ScoreAs | None = None
    derived_from: KpiSource | None = None
    frequency: Frequency
    source: str
    provider: str | None = None
    evidence: str | None = None
    owner: str
    note: str | None = None
    credit_percent: Decimal | None = None


@value
class Measurement:
    """Measurement: one KPI in one period."""

    kpi: str
    period: Period
    value: Decimal | None = None
    inputs: tuple[Input, ...] = ()
    unit: str | None = None
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
    score_cap: Decimal | None = None


@value
class Bonus:
    """Bonus item: one agreed item."""

    id: str
    text: str
    points_max: Decimal


@value
class Assessment:
    """Assessment rules: cycle, grades, vetoes."""

    frequency: Frequency
    grades: tuple[Grade, ...]
    vetoes: tuple[Veto, ...] = ()
    bonuses: tuple[Bonus, ...] = ()
    bonus_max: Decimal | None = None
    rolling: tuple[Decimal, ...] = ()
    reply_within: Duration
    deduction_cap: DeductionCap | None = None


@value
class Adjustment:
    """Adjustment: one bonus or deduction."""

    points: Decimal
    reason: str
    item: str | None = None


@value
class Rating:
    """Rating: one evaluator's score of one KPI."""

    evaluator: str
    kpi: str
    score: Decimal
    reason: str | None = None


class AppealDecision(StrEnum):
    """Appeal decision: one of the schema's values."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    REJECTED = "rejected"


@value
class AppealItem:
    """Appeal item: one KPI that is appealed."""

    kpi: str
    claim: str


@value
class Correction:
    """Correction: one KPI that is corrected."""

    kpi: str
    value: Decimal | None = None
    missing: MissingValue | None = None
    score: Decimal | None = None
    reason: str


@value
class Appeal:
    """Appeal: Party B's appeal against an evaluation."""

    raised_on: datetime.date
    text: str
    items: tuple[AppealItem, ...]
    decided_on: datetime.date | None = None
    decided_by: str | None = None
    decision: AppealDecision | None = None
    reason: str | None = None
    corrections: tuple[Correction, ...] = ()


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
    ratings: tuple[Rating, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    vetoes: tuple[VetoFact, ...] = ()
    problems: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    application: str | None = None
    approver: str | None = None
    approved_on: datetime.date | None = None
    party_b_reply: str | None = None
    appeal: Appeal | None = None
    received_by: str | None = None
    received_on: datetime.date | None = None
    instalment: str | None = None
    month: int | None = None
