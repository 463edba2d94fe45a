"""How long support took against what was promised, of both parties."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

from generator.model.assistance import SupportRequest
from generator.model.project import Project
from generator.model.value import record

TENTH = Decimal("0.1")


@record
class Served:
    """One request: hours to response and resolution, ``None`` while open, and whether each is beyond the promise.

    Hours run around the clock, rounded half up to a tenth. An open one is late when its time has passed on the day asked about.
    """

    request: SupportRequest
    response: Decimal | None
    resolution: Decimal | None
    late_response: bool
    late_resolution: bool


def served(project: Project, on: datetime.date) -> tuple[Served, ...]:
    """Return each request of ``project`` as it stands at the end of the day ``on``; of an unknown level nothing is late."""
    support = project.assistance
    promises = {one.level: one for one in (support.promises if support else ())}
    found = []
    for one in support.requests if support else ():
        promise = promises.get(one.level)
        begun = datetime.datetime.combine(one.raised_on, one.raised_at)
        response = _hours(begun, one.responded_on, one.responded_at)
        resolution = _hours(begun, one.resolved_on, one.resolved_at)
        now = _hours(begun, on, datetime.time(23, 59))
        late = [
            promise is not None and _exceeds(taken, now, limit)
            for taken, limit in (
                (response, promise.response_hours if promise else None),
                (resolution, promise.resolution_hours if promise else None),
            )
        ]
        found.append(Served(one, response, resolution, *late))
    return tuple(found)


def _exceeds(taken: Decimal | None, now: Decimal | None, limit: Decimal | None) -> bool:
    lasted = now if taken is None else taken
    return limit is not None and lasted is not None and lasted > limit


def _hours(begun: datetime.datetime, day: datetime.date | None, time: datetime.time | None) -> Decimal | None:
    if day is None or time is None:
        return None
    seconds = (datetime.datetime.combine(day, time) - begun).total_seconds()
    return (Decimal(int(seconds)) / 3600).quantize(TENTH, ROUND_HALF_UP)
