"""Sales agency: territory, products, targets, tiered commission."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Frequency, Period, Permission
from generator.model.value import value


class Exclusivity(StrEnum):
    """Exclusivity: one of the schema's values."""

    EXCLUSIVE = "exclusive"
    SOLE = "sole"
    NON_EXCLUSIVE = "non_exclusive"


class PriceAuthority(StrEnum):
    """Price authority: one of the schema's values."""

    NONE = "none"
    WITHIN_RANGE = "within_range"


class CommissionBase(StrEnum):
    """Commission base: one of the schema's values."""

    INVOICED = "invoiced"
    RECEIVED = "received"


class TierMethod(StrEnum):
    """Tier method: one of the schema's values."""

    MARGINAL = "marginal"
    WHOLE = "whole"


@value
class Product:
    """Product: one product."""

    id: str
    name: str
    model: str
    unit: str
    list_price: Decimal


@value
class SalesTarget:
    """Sales target: minimum sales of one period."""

    period: Period
    amount: Decimal
    consequence: str | None = None


@value
class CommissionTier:
    """Commission tier: from inclusive, below exclusive."""

    at_least: Decimal
    below: Decimal | None = None
    rate: Decimal


@value
class Commission:
    """Commission: how commission is computed and settled."""

    base: CommissionBase
    settlement: Frequency
    method: TierMethod
    tiers: tuple[CommissionTier, ...]
    pay_within: Duration
    clawback_within: Duration | None = None


class SalesRecordKind(StrEnum):
    """Sales record kind: one of the schema's values."""

    INVOICED = "invoiced"
    RECEIVED = "received"
    RETURNED = "returned"
    BAD_DEBT = "bad_debt"


@value
class SalesRecord:
    """Sales record: one amount that commission is computed from."""

    id: str
    date: datetime.date
    kind: SalesRecordKind
    order_number: str
    customer: str
    amount: Decimal
    refers: str | None = None


@value
class Rebate:
    """Rebate: how the rebate is computed and settled."""

    settlement: Frequency
    method: TierMethod
    tiers: tuple[CommissionTier, ...]
    within: Duration


@value
class Sales:
    """Sales: territory, products, targets, commission."""

    territory: tuple[str, ...]
    exclusivity: Exclusivity
    channels: tuple[str, ...]
    customer_scope: str
    products: tuple[Product, ...]
    price_authority: PriceAuthority | None = None
    price_range_percent: Decimal | None = None
    collection_authority: Permission | None = None
    targets: tuple[SalesTarget, ...]
    commission: Commission | None = None
    customer_protection: Duration | None = None
    discount_percent: Decimal | None = None
    rebate: Rebate | None = None
