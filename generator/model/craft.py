"""What technical development and contracts for work agree beyond a service: goal, risk, materials."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Side
from generator.model.value import value


class TechnicalRisk(StrEnum):
    """Technical risk: one of the schema's values."""

    PARTY_A = "party_a"
    PARTY_B = "party_b"
    SHARED = "shared"


class Improvements(StrEnum):
    """Improvements: one of the schema's values."""

    MAKER = "maker"
    JOINT = "joint"


class OpenSource(StrEnum):
    """Open source: one of the schema's values."""

    FORBIDDEN = "forbidden"
    WITH_CONSENT = "with_consent"
    LISTED = "listed"


@value
class Development:
    """Development: facts of technical development (Civil Code 851-861)."""

    goal: str
    route: str | None = None
    risk: TechnicalRisk
    improvements: Improvements
    open_source: OpenSource
    background: tuple[str, ...] = ()
    guidance: str | None = None


@value
class Processing:
    """Processing: facts of a contract for work (Civil Code 770-787)."""

    requirements: tuple[str, ...]
    materials_by: Side
    materials: tuple[str, ...] = ()
    inspect_within: Duration
    loss_percent: Decimal | None = None
    tooling: str | None = None
