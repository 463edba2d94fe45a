"""Changes of the contract, from proposal to signature."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.common import Side
from generator.model.value import value


class ChangeStatus(StrEnum):
    """Change status: one of the schema's values."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    REJECTED = "rejected"


@value
class ChangeItem:
    """Change item: one change."""

    clause: str | None = None
    about: str | None = None
    before: str | None = None
    after: str


@value
class ChangedDate:
    """Changed date: one date."""

    milestone: str | None = None
    deliverable: str | None = None
    term: bool | None = None
    date: datetime.date


@value
class Change:
    """Change: one change of the contract, from proposal to signature."""

    id: str
    number: str
    title: str
    raised_on: datetime.date
    raised_by: Side
    reason: str
    items: tuple[ChangeItem, ...]
    price: Decimal | None = None
    instalment: str | None = None
    dates: tuple[ChangedDate, ...] = ()
    effect: str | None = None
    status: ChangeStatus
    agreed_on: datetime.date | None = None
    effective_on: datetime.date | None = None
