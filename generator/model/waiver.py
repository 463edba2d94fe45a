"""A warning that is known and accepted."""

from __future__ import annotations

import datetime

from generator.model.value import value


@value
class Waiver:
    """Waiver: which warning, where, why, and who has approved that."""

    code: str
    at: str | None = None
    reason: str
    approved_by: str
    approved_on: datetime.date
