"""Liability for breach (Civil Code 577 to 594)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Side


class DamagesBase(StrEnum):
    """Damages base: one of the schema's values."""

    LATE_PART = "late_part"
    CONTRACT_PRICE = "contract_price"


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePayment:
    """Late payment: grace, daily rate, rescission."""

    grace: Duration
    daily_rate: Decimal
    cap_percent: Decimal
    terminate_after: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class LateDelivery:
    """Late delivery: daily rate, cap, rescission."""

    base: DamagesBase
    daily_rate: Decimal
    cap_percent: Decimal
    terminate_after: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachItem:
    """Breach: one breach."""

    id: str
    party: Side
    trigger: str
    consequence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Breach: liability of both parties."""

    late_payment: LatePayment
    late_delivery: LateDelivery | None = None
    items: tuple[BreachItem, ...] = ()
    liability_cap_percent: Decimal | None = None
