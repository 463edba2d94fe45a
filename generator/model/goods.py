"""Sale of goods: delivery, risk, inspection and warranty, and the orders of a framework agreement."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Side
from generator.model.sales import Product
from generator.model.value import value


class DeliveryMode(StrEnum):
    """Delivery mode: one of the schema's values."""

    SELLER_DELIVERS = "seller_delivers"
    BUYER_COLLECTS = "buyer_collects"
    CARRIER = "carrier"


class TitlePasses(StrEnum):
    """Title passes: one of the schema's values."""

    DELIVERY = "delivery"
    FULL_PAYMENT = "full_payment"


class Silence(StrEnum):
    """Silence: one of the schema's values."""

    ACCEPTS = "accepts"
    REFUSES = "refuses"


@value
class Goods:
    """Goods: delivery, risk, inspection and warranty of goods."""

    standards: tuple[str, ...]
    packaging: str
    delivery: DeliveryMode
    freight: Side
    documents: tuple[str, ...] = ()
    title: TitlePasses
    inspect_within: Duration
    hidden_within: Duration
    warranty: Duration
    repair_within: Duration
    over_short_percent: Decimal | None = None


@value
class Orders:
    """Orders: how orders are placed, confirmed and performed."""

    means: str
    confirm_within: Duration
    silence: Silence
    lead_time: Duration
    minimum: str | None = None
    commitment: str | None = None
    forecast: str | None = None
    cancel_within: Duration | None = None
    price_review: str | None = None
    products: tuple[Product, ...] = ()


@value
class OrderLine:
    """Order line: one product."""

    product: str
    quantity: Decimal
    unit_price: Decimal | None = None


@value
class PurchaseOrder:
    """Purchase order: one order under a framework or distribution contract."""

    id: str
    number: str
    date: datetime.date
    lines: tuple[OrderLine, ...]
    deliver_on: datetime.date
    deliver_to: str
    confirmed_on: datetime.date | None = None
    note: str | None = None
