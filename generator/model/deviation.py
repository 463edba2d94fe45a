"""Where a contract differs from the standard text of the clause library."""

from __future__ import annotations

import datetime

from generator.model.value import value


@value
class Deviation:
    """Deviation: another text of the library, a text of its own, no text, or a clause more; and who has approved it."""

    clause: str | None = None
    add: str | None = None
    after: str | None = None
    title: str | None = None
    use: str | None = None
    text: tuple[str, ...] | None = None
    omit: bool | None = None
    reason: str
    approved_by: str | None = None
    approved_on: datetime.date | None = None


@value
class Position:
    """Position: target, limit and fall-back of one matter that is negotiated."""

    about: str
    target: str
    limit: str
    fallback: str | None = None
    note: str | None = None
