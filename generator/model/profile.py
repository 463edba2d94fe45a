"""What the project is, and where it stands."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.model.value import value


class ProjectKind(StrEnum):
    """Project kind: one of the schema's values."""

    SALES_AGENCY = "sales_agency"
    COMMISSION_AGENCY = "commission_agency"
    INTERMEDIARY = "intermediary"
    DISTRIBUTION = "distribution"
    SERVICE_OUTSOURCING = "service_outsourcing"
    TECHNICAL_SERVICE = "technical_service"
    TECHNICAL_DEVELOPMENT = "technical_development"
    WORK = "work"
    PURCHASE = "purchase"
    FRAMEWORK = "framework"
    NDA = "nda"


class ProjectState(StrEnum):
    """Project state: one of the schema's values."""

    DRAFT = "draft"
    REVIEW = "review"
    SIGNING = "signing"
    EXECUTION = "execution"
    AMENDMENT = "amendment"
    CLOSING = "closing"
    CLOSED = "closed"


@value
class Goal:
    """Goal: one goal that can be checked."""

    id: str
    text: str


@value
class Profile:
    """Profile: name, kind, state and judging date of the project."""

    id: str
    name: str
    kind: ProjectKind
    state: ProjectState
    as_of: datetime.date
    summary: str
    goals: tuple[Goal, ...] = ()
    tags: tuple[str, ...] = ()
