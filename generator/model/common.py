"""Values shared by several sections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Holder(StrEnum):
    """Holder: one of the schema's values."""

    PARTY_A = "party_a"
    PARTY_B = "party_b"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    OTHER = "other"


class Permission(StrEnum):
    """Permission: one of the schema's values."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class Frequency(StrEnum):
    """Frequency: one of the schema's values."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ONCE = "once"


class Direction(StrEnum):
    """Direction: one of the schema's values."""

    HIGHER = "higher"
    LOWER = "lower"


class Side(StrEnum):
    """Side: one of the schema's values."""

    PARTY_A = "party_a"
    PARTY_B = "party_b"


class DurationUnit(StrEnum):
    """Duration unit: one of the schema's values."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


class PeriodKind(StrEnum):
    """Period kind: one of the schema's values."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Duration:
    """A period of time as agreed, e.g. ten working days (Civil Code 200 to 204)."""

    count: int
    unit: DurationUnit


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar month, quarter, half-year or year; ``number`` counts within the year, 1 for a year."""

    year: int
    kind: PeriodKind
    number: int
