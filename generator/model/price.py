"""Price, instalments and payments made."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Side
from generator.model.value import value


class Currency(StrEnum):
    """Currency: one of the schema's values."""

    CNY = "CNY"
    USD = "USD"
    EUR = "EUR"
    HKD = "HKD"
    JPY = "JPY"


class PaymentMode(StrEnum):
    """Payment mode: one of the schema's values."""

    ONCE = "once"
    INSTALMENTS = "instalments"
    PER_ORDER = "per_order"
    COMMISSION = "commission"


class InvoiceType(StrEnum):
    """Invoice type: one of the schema's values."""

    VAT_SPECIAL = "vat_special"
    VAT_ORDINARY = "vat_ordinary"


class EarlyEndFee(StrEnum):
    """Early end fee: one of the schema's values."""

    ACTUAL_EXPENSE = "actual_expense"
    COMPLETION = "completion"
    STANDARD = "standard"
    OTHER = "other"


class PaymentEvent(StrEnum):
    """Payment event: one of the schema's values."""

    SIGNING = "signing"
    DELIVERY = "delivery"
    ACCEPTANCE = "acceptance"
    MILESTONE = "milestone"
    MONTHLY = "monthly"


class SettlementEvent(StrEnum):
    """Settlement event: one of the schema's values."""

    DELIVERY = "delivery"
    ACCEPTANCE = "acceptance"
    STATEMENT = "statement"
    ORDER = "order"


class StatementCycle(StrEnum):
    """Statement cycle: one of the schema's values."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@value
class PriceLine:
    """Price line: quantity times unit price."""

    id: str
    name: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    tax_rate: Decimal | None = None
    amount: Decimal | None = None


@value
class Price:
    """Price: gross is stated once."""

    basis: str
    currency: Currency
    gross: Decimal | None = None
    tax_rate: Decimal
    net: Decimal | None = None
    tax: Decimal | None = None
    lines: tuple[PriceLine, ...] = ()


@value
class Instalment:
    """Instalment: amount or percent; date or event."""

    id: str
    name: str
    amount: Decimal | None = None
    percent: Decimal | None = None
    due: datetime.date | None = None
    event: PaymentEvent | None = None
    deliverable: str | None = None
    milestone: str | None = None
    within: Duration | None = None
    count: int | None = None
    condition: str | None = None


@value
class Settlement:
    """Settlement of orders: when each order is paid."""

    event: SettlementEvent
    within: Duration
    statement: StatementCycle | None = None


@value
class Payment:
    """Payment: mode, instalments and invoice."""

    mode: PaymentMode
    instalments: tuple[Instalment, ...] = ()
    settlement: Settlement | None = None
    invoice: InvoiceType
    invoice_before: Duration
    early_end_fee: EarlyEndFee | None = None
    early_end_fee_text: str | None = None


class SecurityType(StrEnum):
    """Security type: one of the schema's values."""

    EARNEST = "earnest"
    DEPOSIT = "deposit"
    PERFORMANCE_BOND = "performance_bond"
    ADVANCE_GUARANTEE = "advance_guarantee"
    RETENTION = "retention"
    MARGIN = "margin"


class SecurityForm(StrEnum):
    """Security form: one of the schema's values."""

    CASH = "cash"
    BANK_GUARANTEE = "bank_guarantee"
    INSURANCE = "insurance"


class ReturnEvent(StrEnum):
    """Return event: one of the schema's values."""

    FULL_PERFORMANCE = "full_performance"
    ACCEPTANCE = "acceptance"
    WARRANTY_END = "warranty_end"
    TERM_END = "term_end"


@value
class Security:
    """Security: earnest money, deposit, bond."""

    id: str
    type: SecurityType
    payer: Side
    amount: Decimal | None = None
    percent: Decimal | None = None
    form: tuple[SecurityForm, ...]
    within: Duration
    return_event: ReturnEvent | None = None
    return_within: Duration


@value
class PaymentRecord:
    """Payment made: one payment made."""

    id: str
    instalment: str
    month: int | None = None
    paid_on: datetime.date
    amount: Decimal
    invoice_number: str | None = None
    note: str | None = None
