"""Liability for breach (Civil Code 577 to 594)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Side
from generator.model.value import value


class DamagesBase(StrEnum):
    """Damages base: one of the schema's values."""

    LATE_PART = "late_part"
    CONTRACT_PRICE = "contract_price"


@value
class LatePayment:
    """Late payment: grace, daily rate, rescission."""

    grace: Duration
    daily_rate: Decimal
    cap_percent: Decimal
    terminate_after: Duration


@value
class LateDelivery:
    """Late delivery: daily rate, cap, rescission."""

    base: DamagesBase
    daily_rate: Decimal
    cap_percent: Decimal
    terminate_after: Duration


@value
class BreachItem:
    """Breach: one breach."""

    id: str
    party: Side
    trigger: str
    consequence: str


@value
class Breach:
    """Breach: liability of both parties."""

    late_payment: LatePayment | None = None
    late_delivery: LateDelivery | None = None
    items: tuple[BreachItem, ...] = ()
    liability_cap_percent: Decimal | None = None
