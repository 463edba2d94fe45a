"""The level of a risk from likelihood and impact, and what the register adds up to (terms of ISO 31000)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.model.project import Project
from generator.model.risk import Exposure, Risk, RiskMatrix, RiskStatus


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
