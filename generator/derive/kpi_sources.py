"""KPIs whose value follows from the records of the project: what is counted, and by which formula."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from decimal import Decimal

from generator.derive.actions import action_states, held
from generator.derive.formula import Formula, parse
from generator.derive.periods import covers, span, written
from generator.derive.reporting import expected, received
from generator.model.common import Holder, Period
from generator.model.meeting import ActionStatus
from generator.model.performance import Input, KpiSource, MissingValue
from generator.model.project import Project
from generator.model.sales import SalesRecordKind
from generator.model.value import record

FORMULAS = {
    KpiSource.SALES_ACHIEVEMENT: "sales_received / sales_target * 100",
    KpiSource.REPORTS_ON_TIME: "reports_on_time / reports_due * 100",
    KpiSource.COMPLAINT_RATE: "complaints / orders * 100",
    KpiSource.COMPLAINTS_CLOSED_IN_TIME: "complaints_in_time / complaints_due * 100",
    KpiSource.SURVEY_MEAN: "survey_points / respondents",
    KpiSource.MILESTONES_ON_TIME: "milestones_on_time / milestones_due * 100",
    KpiSource.ACTIONS_ON_TIME: "actions_on_time / actions_due * 100",
}


@record
class Counted:
    """What the records of one period come to.

    ``inputs`` are the quantities of the source's formula; ``records`` name what was counted, ``failed`` those of them
    that count against Party B. ``missing`` says that there is nothing to count at all: the value is then unknown.
    """

    inputs: tuple[Input, ...]
    records: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    missing: MissingValue | None = None


def formula_of(source: KpiSource) -> Formula:
    """Return the formula of ``source`` over the quantities that :func:`count` gives."""
    made = parse(FORMULAS[source])
    if not isinstance(made, Formula):
        raise TypeError(f"the formula of {source} is none")
    return made


def count(project: Project, source: KpiSource, period: Period) -> Counted:
    """Return what the records of ``project`` dated within ``period`` come to, as known on its as-of date."""
    return _COUNTS[source](project, period)


def _sales(project: Project, period: Period) -> Counted:
    terms = project.contract.sales
    targets = [one.amount for one in (terms.targets if terms else ()) if covers(period, one.period)]
    inside = [one for one in project.sales_records if _in(one.date, period)]
    received = [one for one in inside if one.kind is SalesRecordKind.RECEIVED]
    taken = [one for one in inside if one.kind in (SalesRecordKind.RETURNED, SalesRecordKind.BAD_DEBT)]
    amount = _sum(one.amount for one in received) - _sum(one.amount for one in taken)
    known = any(one.date >= span(period)[0] for one in project.sales_records)
    return Counted(
        _inputs(sales_received=amount, sales_target=_sum(targets)),
        tuple(one.id for one in (*received, *taken)),
        missing=MissingValue.NOT_APPLICABLE if not targets else None if known else MissingValue.NO_DATA,
    )


def _reports(project: Project, period: Period) -> Counted:
    on = project.project.as_of
    owed = [one for index in range(len(project.reports)) for one in expected(project, index, on)]
    due = [
        (f"{one.report.name} {written(one.period)}", one.due.day, received(one.receipt, on))
        for one in owed
        if _in(one.due.day, period)
    ]
    return _in_time(project, due, "reports_on_time", "reports_due", any(one.receipt for one in owed))


def _complaints(project: Project, period: Period) -> Counted:
    made = [
        one.id
        for one in (project.feedback.complaints if project.feedback else ())
        if _in(one.received_on, period)
    ]
    orders = {
        one.order_number
        for one in project.sales_records
        if _in(one.date, period) and one.kind in (SalesRecordKind.RECEIVED, SalesRecordKind.INVOICED)
    }
    missing = None if project.feedback and project.sales_records else MissingValue.NO_DATA
    return Counted(_inputs(complaints=len(made), orders=len(orders)), tuple(made), tuple(made), missing)


def _closed(project: Project, period: Period) -> Counted:
    complaints = project.feedback.complaints if project.feedback else ()
    due = [(one.id, one.due, one.closed_on) for one in complaints if _in(one.due, period)]
    return _in_time(project, due, "complaints_in_time", "complaints_due", project.feedback is not None)


def _surveys(project: Project, period: Period) -> Counted:
    made = [one for one in (project.feedback.surveys if project.feedback else ()) if _in(one.date, period)]
    return Counted(
        _inputs(
            survey_points=_sum(one.score * one.respondents for one in made),
            respondents=sum(one.respondents for one in made),
        ),
        tuple(one.id for one in made),
        missing=None if made else MissingValue.NO_DATA,
    )


def _milestones(project: Project, period: Period) -> Counted:
    milestones = project.contract.milestones
    due = [(one.name, one.planned, one.actual) for one in milestones if _in(one.planned, period)]
    return _in_time(project, due, "milestones_on_time", "milestones_due", bool(milestones))


def _actions(project: Project, period: Period) -> Counted:
    ours = {one.id for one in project.contacts if one.party is Holder.PARTY_B}
    on = project.project.as_of
    states = action_states(project, on, [pair for pair in held(project) if pair[1].date <= on])
    due = [
        (one.id, one.due, one.done_on)
        for one in states
        if one.owner in ours and one.status is not ActionStatus.CANCELLED and _in(one.due, period)
    ]
    return _in_time(project, due, "actions_on_time", "actions_due", bool(project.meetings))


def _in_time(
    project: Project,
    due: Iterable[tuple[str, datetime.date, datetime.date | None]],
    met: str,
    all_: str,
    known: bool,
) -> Counted:
    """Return how many of what was due was done by its day; what is not due yet and not done counts on neither side."""
    settled = [one for one in due if one[2] is not None or one[1] < project.project.as_of]
    late = tuple(name for name, day, done in settled if done is None or done > day)
    inputs = _inputs(**{met: len(settled) - len(late), all_: len(settled)})
    return Counted(
        inputs, tuple(one[0] for one in settled), late, missing=None if known else MissingValue.NO_DATA
    )


def _in(day: datetime.date, period: Period) -> bool:
    first, last = span(period)
    return first <= day <= last


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def _inputs(**values: Decimal | int) -> tuple[Input, ...]:
    return tuple(Input(name=name, value=Decimal(value)) for name, value in values.items())


_COUNTS: dict[KpiSource, Callable[[Project, Period], Counted]] = {
    KpiSource.SALES_ACHIEVEMENT: _sales,
    KpiSource.REPORTS_ON_TIME: _reports,
    KpiSource.COMPLAINT_RATE: _complaints,
    KpiSource.COMPLAINTS_CLOSED_IN_TIME: _closed,
    KpiSource.SURVEY_MEAN: _surveys,
    KpiSource.MILESTONES_ON_TIME: _milestones,
    KpiSource.ACTIONS_ON_TIME: _actions,
}
