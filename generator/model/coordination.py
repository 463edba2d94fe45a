"""Who does what on both sides, and whom to turn to when a problem is not solved."""

from __future__ import annotations

from enum import StrEnum

from generator.model.common import Duration
from generator.model.value import value


class DutyKind(StrEnum):
    """Duty kind: one of the schema's values."""

    DELIVERY = "delivery"
    INSPECTION = "inspection"
    MILESTONE = "milestone"
    PAYMENT = "payment"
    INVOICE = "invoice"
    ORDER = "order"
    TARGET = "target"
    STATEMENT = "statement"
    REPORT = "report"
    MEETING = "meeting"
    MINUTES = "minutes"
    TRAINING = "training"
    EVALUATION = "evaluation"
    WARRANTY = "warranty"
    COMPLAINT = "complaint"
    CHANGE = "change"


@value
class Raci:
    """One side's part: who does it, who answers for it, who is asked, who is told."""

    responsible: tuple[str, ...]
    accountable: str
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()


@value
class Responsibility:
    """Responsibility: who of both sides has a duty."""

    id: str
    duty: str | None = None
    kind: DutyKind | None = None
    deliverable: str | None = None
    party_a: Raci | None = None
    party_b: Raci | None = None


@value
class EscalationStep:
    """Escalation step: one level."""

    level: int
    after: Duration | None = None
    party_a: str
    party_b: str
    channel: str
