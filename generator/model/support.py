"""Feedback, training, resources, log, improvements, cases, legal matters, sales policy, closing."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Side
from generator.model.value import value


class Outcome(StrEnum):
    """Outcome: one of the schema's values."""

    SUCCESS = "success"
    FAILURE = "failure"


class DisputeRoute(StrEnum):
    """Dispute route: one of the schema's values."""

    NEGOTIATION = "negotiation"
    MEDIATION = "mediation"
    ARBITRATION = "arbitration"
    LITIGATION = "litigation"


class CrmSystem(StrEnum):
    """Crm system: one of the schema's values."""

    ZOHO = "zoho"
    FXIAOKE = "fxiaoke"


class CrmRecord(StrEnum):
    """Crm record: one of the schema's values."""

    PARTNER = "partner"
    CONTRACT = "contract"
    TASK = "task"
    MEETING = "meeting"
    EVALUATION = "evaluation"


@value
class SurveyQuestion:
    """Question: one question."""

    id: str
    text: str


@value
class SurveyAnswer:
    """Answer: one answer."""

    respondent: str
    date: datetime.date | None = None
    scores: tuple[Decimal, ...]
    comment: str | None = None


@value
class Survey:
    """Survey: one survey."""

    id: str
    date: datetime.date
    respondents: int
    score: Decimal
    scale: Decimal
    summary: str | None = None
    sent: int | None = None
    questions: tuple[SurveyQuestion, ...] = ()
    answers: tuple[SurveyAnswer, ...] = ()


@value
class Complaint:
    """Complaint: one complaint."""

    id: str
    received_on: datetime.date
    complainant: str
    text: str
    owner: str
    due: datetime.date
    closed_on: datetime.date | None = None
    result: str | None = None
    category: str | None = None
    caused_by: Side | None = None
    led_to: str | None = None


@value
class InternalReview:
    """Internal review: one internal review."""

    id: str
    date: datetime.date
    by: str
    finding: str


@value
class Feedback:
    """Feedback: surveys and complaints."""

    surveys: tuple[Survey, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    internal_reviews: tuple[InternalReview, ...] = ()


@value
class Attendance:
    """Attendance: one person."""

    person: str
    present: bool
    score: Decimal | None = None
    made_up_on: datetime.date | None = None
    certificate: str | None = None
    expires: datetime.date | None = None


@value
class Training:
    """Training: one training."""

    id: str
    topic: str
    date: datetime.date
    hours: Decimal
    trainer: str
    audience: str
    planned: int | None = None
    attended: int | None = None
    result: str | None = None
    people: tuple[str, ...] = ()
    pass_mark: Decimal | None = None
    attendance: tuple[Attendance, ...] = ()


@value
class Person:
    """Person: person assigned by Party B."""

    id: str
    name: str
    role: str
    qualification: str | None = None
    qualification_expires: datetime.date | None = None
    load_percent: Decimal | None = None
    replacement: str | None = None
    assigned_from: datetime.date | None = None
    assigned_until: datetime.date | None = None
    replaces: str | None = None
    notified_on: datetime.date | None = None
    approved_on: datetime.date | None = None


@value
class Material:
    """Material: equipment or materials lent."""

    id: str
    name: str
    quantity: Decimal
    unit: str
    handed_over: Decimal
    returned: Decimal


@value
class Resources:
    """Resources: people and materials."""

    people: tuple[Person, ...] = ()
    materials: tuple[Material, ...] = ()


@value
class LogEntry:
    """Log entry: one entry."""

    id: str
    date: datetime.date
    by: str
    text: str


class ImprovementCategory(StrEnum):
    """Improvement category: one of the schema's values."""

    PROCESS = "process"
    TECHNOLOGY = "technology"
    TRAINING = "training"
    ORGANISATION = "organisation"


@value
class Improvement:
    """Improvement: one improvement."""

    id: str
    finding: str
    measure: str
    owner: str
    due: datetime.date
    kpi: str | None = None
    verified_on: datetime.date | None = None
    effect: str | None = None
    source: str | None = None
    root_cause: str | None = None
    category: ImprovementCategory | None = None


@value
class Case:
    """Case: one case."""

    id: str
    title: str
    outcome: Outcome
    cause: str
    lesson: str
    tags: tuple[str, ...] = ()
    date: datetime.date | None = None
    situation: str | None = None
    risks: tuple[str, ...] = ()
    clause: str | None = None


class ReviewVerdict(StrEnum):
    """Review verdict: one of the schema's values."""

    APPROVE = "approve"
    APPROVE_WITH_CHANGES = "approve_with_changes"
    REJECT = "reject"


@value
class LegalReview:
    """Legal review: one review."""

    id: str
    date: datetime.date
    reviewer: str
    opinion: str
    verdict: ReviewVerdict | None = None
    answer: str | None = None
    blocking: bool | None = None
    resolved_on: datetime.date | None = None


@value
class DisputeCase:
    """Dispute: one dispute."""

    id: str
    raised_on: datetime.date
    subject: str
    route: DisputeRoute
    status: str
    evidence: tuple[str, ...] = ()


@value
class Legal:
    """Legal: reviews and disputes."""

    reviews: tuple[LegalReview, ...] = ()
    disputes: tuple[DisputeCase, ...] = ()


@value
class PolicyRule:
    """Rule: one rule."""

    id: str
    title: str
    text: str


@value
class SalesPolicy:
    """Sales policy: rules that Party B keeps."""

    rules: tuple[PolicyRule, ...]


@value
class CrmLink:
    """CRM link: a record in a CRM."""

    system: CrmSystem
    record: CrmRecord
    id: str


@value
class GoalResult:
    """Goal result: result of one goal."""

    goal: str
    result: str


class RenewalAdvice(StrEnum):
    """Renewal advice: one of the schema's values."""

    RENEW = "renew"
    WATCH = "watch"
    EXIT = "exit"


@value
class LeftOver:
    """Left over: one matter."""

    refers: str
    what: str
    owner: str
    due: datetime.date


@value
class Closing:
    """Closing: closing."""

    date: datetime.date | None = None
    handed_over_on: datetime.date | None = None
    results: tuple[GoalResult, ...] = ()
    experience: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    renewal: RenewalAdvice | None = None
    left_over: tuple[LeftOver, ...] = ()
    archive: tuple[str, ...] = ()
