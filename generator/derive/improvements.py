"""Whether an improvement has worked: the KPI that it should move, before and after, and whether it fell back since."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import StrEnum

from generator.derive.periods import span
from generator.derive.readings import Reading, readings
from generator.model.common import Direction
from generator.model.performance import Kpi
from generator.model.project import Project
from generator.model.support import Improvement
from generator.model.value import record


class ImprovementState(StrEnum):
    """Where an improvement stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    VERIFIED = "verified"
    UNMOVED = "unmoved"
    REOPENED = "reopened"


@record
class Progress:
    """An improvement with the KPI's values: the last one of a period that ended by its due day, the first after it, the last.

    ``UNMOVED`` was verified though the value after is not better than before; ``REOPENED`` was, and the last value is again
    no better than before and misses the target.
    """

    improvement: Improvement
    state: ImprovementState
    kpi: Kpi | None = None
    before: Reading | None = None
    after: Reading | None = None
    last: Reading | None = None


def progress(project: Project, improvement: Improvement, on: datetime.date) -> Progress:
    """Return where ``improvement`` stands on the day ``on``."""
    kpi = next((one for one in project.kpis if one.id == improvement.kpi), None)
    values = _values(project, kpi, on) if kpi else []
    before = [one for one in values if span(one.period)[1] <= improvement.due]
    after = [one for one in values if span(one.period)[1] > improvement.due]
    found = Progress(
        improvement,
        ImprovementState.OPEN,
        kpi,
        before[-1] if before else None,
        after[0] if after else None,
        after[-1] if after else None,
    )
    return Progress(improvement, _state(found, on), kpi, found.before, found.after, found.last)


def better(kpi: Kpi, value: Reading, than: Reading) -> bool:
    """Return whether one value of a KPI is better than another."""
    if value.value is None or than.value is None:
        return False
    return value.value > than.value if kpi.direction is Direction.HIGHER else value.value < than.value


def _values(project: Project, kpi: Kpi, on: datetime.date) -> Sequence[Reading]:
    own = [
        one for one in readings(project, only=kpi.id) if one.value is not None and span(one.period)[1] <= on
    ]
    return sorted(own, key=lambda one: span(one.period)[1])


def _state(found: Progress, on: datetime.date) -> ImprovementState:
    one, kpi = found.improvement, found.kpi
    if one.verified_on is None or one.verified_on > on:
        return ImprovementState.OVERDUE if one.due < on else ImprovementState.OPEN
    if kpi is None or found.before is None or found.after is None or found.last is None:
        return ImprovementState.VERIFIED
    if (
        found.last is not found.after
        and not better(kpi, found.last, found.before)
        and _misses(kpi, found.last)
    ):
        return ImprovementState.REOPENED
    unmoved = not better(kpi, found.after, found.before) and _misses(kpi, found.after)
    return ImprovementState.UNMOVED if unmoved else ImprovementState.VERIFIED


def _misses(kpi: Kpi, one: Reading) -> bool:
    if one.value is None:
        return False
    return one.value < kpi.target if kpi.direction is Direction.HIGHER else one.value > kpi.target
