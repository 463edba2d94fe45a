"""Technical support: what is promised, and how long requests took."""

from __future__ import annotations

import datetime
from decimal import Decimal

from generator.model.common import Side
from generator.model.value import value


@value
class SupportPromise:
    """Promise: times of one level."""

    level: str
    response_hours: Decimal
    resolution_hours: Decimal


@value
class SupportRequest:
    """Request: one request."""

    id: str
    raised_on: datetime.date
    raised_at: datetime.time
    to: Side
    level: str
    text: str
    responded_on: datetime.date | None = None
    responded_at: datetime.time | None = None
    resolved_on: datetime.date | None = None
    resolved_at: datetime.time | None = None


@value
class Assistance:
    """Assistance: promises and requests of support."""

    promises: tuple[SupportPromise, ...]
    requests: tuple[SupportRequest, ...] = ()
