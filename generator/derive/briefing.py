"""What a meeting has to talk about, by what is known on a day: decisions, indicators off track, and all that is due."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from generator.derive.actions import held
from generator.derive.changes import signed
from generator.derive.due import OPEN_WINDOW, DueKind, DueRow, due
from generator.derive.periods import span
from generator.derive.readings import readings
from generator.model.common import Direction, Holder, Period
from generator.model.meeting import Decision
from generator.model.performance import Kpi
from generator.model.project import Project
from generator.model.value import record

OWN = (DueKind.RISK_REVIEW, DueKind.RISK_MEASURE, DueKind.RISK_ACCEPTANCE, DueKind.IMPROVEMENT)


@record
class Unsettled:
    """A decision to come back to: ``waiting`` for a change order that is not signed, else of the last such meeting."""

    meeting: str
    decision: Decision
    waiting: bool


@record
class OffTrack:
    """A KPI whose last value misses its target; ``below`` says that it misses its floor as well."""

    kpi: Kpi
    period: Period
    value: Decimal
    below: bool


def unsettled(project: Project, cadence: str, on: datetime.date) -> tuple[Unsettled, ...]:
    """Return the decisions that touch the contract and have no signed change order, and those of the last meeting of ``cadence``."""
    agreed = {change.number for change in signed(project) if (change.agreed_on or on) <= on}
    past = [meeting for _, meeting in held(project) if meeting.date <= on]
    last = next((one for one in reversed(past) if (one.cadence or "") == cadence), None)
    rows = []
    for meeting in past:
        for decision in meeting.decisions:
            waiting = decision.affects is not None and decision.change_order not in agreed
            if waiting or meeting is last:
                rows.append(Unsettled(meeting.id, decision, waiting))
    return tuple(rows)


def off_track(project: Project, on: datetime.date) -> tuple[OffTrack, ...]:
    """Return each KPI whose last value of a period that had ended on the day ``on`` misses its target."""
    rows, measured = [], readings(project)
    for kpi in project.kpis:
        values = [
            (span(one.period)[1], one.period, one.value)
            for one in measured
            if one.kpi == kpi.id and one.value is not None and span(one.period)[1] <= on
        ]
        if values:
            _, period, value = max(values, key=lambda row: row[0])
            if _misses(kpi, value, kpi.target):
                rows.append(OffTrack(kpi, period, value, _misses(kpi, value, kpi.floor)))
    return tuple(rows)


def matters(
    project: Project, on: datetime.date, meeting: datetime.date, kinds: Sequence[DueKind]
) -> tuple[DueRow, ...]:
    """Return what is overdue on the day ``on``, falls due until the day of the ``meeting``, or within thirty days, of these kinds.

    Of Party A's own risks and improvements only those that a meeting has raised are in it: both sides read the agenda.
    """
    window = max(OPEN_WINDOW, (meeting - on).days)
    told = {risk for one in project.meetings for risk in one.new_risks}
    told |= {one.id for one in project.contacts if one.party is Holder.PARTY_B}
    return tuple(
        row
        for row in due(project, on, window)
        if row.kind in kinds and row.day and (row.kind not in OWN or {row.id, row.owner} & told)
    )


def _misses(kpi: Kpi, value: Decimal, bound: Decimal) -> bool:
    return value < bound if kpi.direction is Direction.HIGHER else value > bound
