"""The written reports that Party B owes, period by period: when each is due and whether it came."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from generator.derive.calendar import Due, next_workday, previous_workday
from generator.derive.durations import end_of
from generator.derive.periods import PERIODS, holding, span
from generator.diagnostics import Route
from generator.model.common import Period
from generator.model.project import Project
from generator.model.report import Report, ReportDue, ReportReceipt, ReportVerdict
from generator.model.value import record

DAY = datetime.timedelta(1)
LONGEST = datetime.timedelta(20 * 366)
"""Beyond so many days an end is surely wrong."""


class ReportState(StrEnum):
    """Where the report of one period stands: still due, received in time, received late, or missing."""

    DUE = "due"
    RECEIVED = "received"
    LATE = "late"
    MISSING = "missing"


@record
class Expected:
    """The report of one period on a day; ``due`` is as stated, else by the rule; a returned report counts as not received."""

    report: Report
    period: Period
    due: Due
    receipt: ReportReceipt | None
    state: ReportState
    route: Route


def expected(project: Project, index: int, on: datetime.date) -> tuple[Expected, ...]:
    """Return the reports that ``project.reports[index]`` stands for, by period, as they stand on the day ``on``.

    With a rule for the due day these are all periods of the term from the first one recorded; without, the recorded ones.
    """
    report = project.reports[index]
    last: dict[Period, tuple[int, ReportReceipt]] = {
        one.period: (at, one) for at, one in enumerate(report.received)
    }
    periods = dict.fromkeys((*last, *_by_rule(project, report)))
    found = []
    for period in sorted(periods, key=span):
        at, receipt = last.get(period, (0, None))
        due = Due(receipt.due) if receipt and receipt.due else due_day(report.due, period)
        if due is not None:
            route: Route = ("reports", index, "received", at) if receipt else ("reports", index)
            found.append(Expected(report, period, due, receipt, _state(receipt, due.day, on), route))
    return tuple(found)


def due_day(rule: ReportDue | None, period: Period) -> Due | None:
    """Return when the report of ``period`` is due by ``rule``, moved on from rest days; ``None`` where the rule says nothing.

    The last working day of the period is not moved; the days of a month are counted in the month after the period.
    """
    if rule is None or (rule.within is None) == (rule.day is None):
        return None
    end = span(period)[1]
    if rule.within:
        return end_of(end, rule.within)
    if isinstance(rule.day, str):
        return previous_workday(end)
    first = end + DAY
    following = (first.replace(day=28) + 4 * DAY).replace(day=1)
    return next_workday(min(first.replace(day=1) + ((rule.day or 1) - 1) * DAY, following - DAY))


def received(receipt: ReportReceipt | None, on: datetime.date) -> datetime.date | None:
    """Return the day on which a report was received and kept, as known on the day ``on``; one that was returned is not."""
    if receipt is None or receipt.received_on is None or receipt.received_on > on:
        return None
    returned = receipt.submitted is not None and receipt.submitted.verdict is ReportVerdict.RETURNED
    return None if returned else receipt.received_on


def _by_rule(project: Project, report: Report) -> Iterator[Period]:
    kind, term = PERIODS.get(report.frequency), project.contract.term
    if kind is None or report.due is None:
        return
    first = min((span(one.period)[0] for one in report.received), default=term.start)
    day = first
    end = min(report.until or term.end, term.end, day + min(LONGEST, datetime.date.max - DAY - day))
    while day <= end:
        period = holding(kind, day)
        yield period
        day = span(period)[1] + DAY


def _state(receipt: ReportReceipt | None, due: datetime.date, on: datetime.date) -> ReportState:
    came = received(receipt, on)
    if came:
        return ReportState.LATE if came > due else ReportState.RECEIVED
    return ReportState.MISSING if due < on else ReportState.DUE
