"""Written reports that Party B owes: what, when, to whom, and what was submitted."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.model.common import Duration, Frequency, Period
from generator.model.value import value


class ReportVerdict(StrEnum):
    """Report verdict: one of the schema's values."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


@value
class ReportDue:
    """Due rule: either within or day."""

    within: Duration | None = None
    day: int | str | None = None


@value
class Submission:
    """Submission: one report submitted."""

    by: str
    progress: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    solutions: tuple[str, ...] = ()
    next_plan: tuple[str, ...] = ()
    help_needed: tuple[str, ...] = ()
    risk_changes: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    verdict: ReportVerdict | None = None
    checked_by: str | None = None
    checked_on: datetime.date | None = None
    comment: str | None = None


@value
class ReportReceipt:
    """Receipt: one period."""

    period: Period
    due: datetime.date | None = None
    received_on: datetime.date | None = None
    submitted: Submission | None = None


@value
class Report:
    """Written report: a report that Party B owes."""

    id: str
    name: str
    frequency: Frequency
    due_rule: str | None = None
    due: ReportDue | None = None
    until: datetime.date | None = None
    recipient: str
    content: tuple[str, ...] = ()
    received: tuple[ReportReceipt, ...] = ()
