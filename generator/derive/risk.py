"""The level of a risk from likelihood and impact, and what the register adds up to (terms of ISO 31000)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.derive.periods import span
from generator.derive.readings import Reading, readings
from generator.model.project import Project
from generator.model.risk import Exposure, Risk, RiskMatrix, RiskStatus
from generator.model.value import record


class RiskLevel(StrEnum):
    """The level that the matrix gives to likelihood times impact."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    EXTREME = "extreme"


def magnitude(exposure: Exposure) -> int:
    """Return likelihood times impact."""
    return exposure.likelihood * exposure.impact


def level_of(magnitude: int, matrix: RiskMatrix) -> RiskLevel:
    """Return the level of a magnitude: each threshold belongs to the level that it begins."""
    if magnitude >= matrix.extreme_from:
        return RiskLevel.EXTREME
    if magnitude >= matrix.high_from:
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if magnitude >= matrix.medium_from else RiskLevel.LOW


def level(exposure: Exposure, matrix: RiskMatrix) -> RiskLevel:
    """Return the level of an exposure in ``matrix``."""
    return level_of(magnitude(exposure), matrix)


def live(project: Project) -> tuple[Risk, ...]:
    """Return the risks that are not closed, the gravest first, then by id."""
    risks = (risk for risk in project.risks if risk.status is not RiskStatus.CLOSED)
    return tuple(sorted(risks, key=lambda risk: (-magnitude(risk.current), -risk.current.impact, risk.id)))


def counts(project: Project) -> dict[RiskLevel, int]:
    """Return how many risks that are not closed stand at each current level; every level is a key."""
    levels = [level(risk.current, project.risk_matrix) for risk in live(project)]
    return {one: levels.count(one) for one in RiskLevel}


def reviews_overdue(project: Project, on: datetime.date) -> tuple[Risk, ...]:
    """Return the risks that are not closed and whose review was due before the day ``on``."""
    return tuple(risk for risk in live(project) if risk.review_on < on)


@record
class Stage:
    """The exposure of a risk on a day: when it was raised, at each review, now."""

    day: datetime.date
    exposure: Exposure
    note: str | None = None


def history(risk: Risk, on: datetime.date) -> tuple[Stage, ...]:
    """Return how the exposure moved: inherent on the day it was raised, each review up to ``on``, current on that day."""
    stages = [Stage(risk.raised_on, risk.inherent)]
    for one in sorted(risk.reviews, key=lambda each: each.date):
        if one.date <= on:
            stages.append(Stage(one.date, Exposure(likelihood=one.likelihood, impact=one.impact), one.note))
    if stages[-1].exposure != risk.current:
        stages.append(Stage(on, risk.current))
    return tuple(stages)


def crossed(project: Project, risk: Risk, on: datetime.date) -> Reading | None:
    """Return the last measurement up to ``on`` of the trigger's KPI if it crosses the limit, else ``None``."""
    limit = risk.trigger_kpi
    if limit is None:
        return None
    past = [one for one in readings(project, only=limit.kpi) if span(one.period)[1] <= on]
    last = max(
        (one for one in past if one.value is not None), key=lambda one: span(one.period)[1], default=None
    )
    if last is None or last.value is None:
        return None
    under = limit.below is not None and last.value < limit.below
    over = limit.above is not None and last.value > limit.above
    return last if under or over else None
