"""When the events that instalments wait for happened."""

from __future__ import annotations

import datetime

from generator.model.contract import Contract
from generator.model.price import PaymentEvent


def event_days(contract: Contract) -> dict[str, datetime.date | None]:
    """Return, for each instalment that waits for one event, the day on which it happened, by id."""
    items = {item.id: item for item in contract.deliverables}
    reached = {item.id: item.actual for item in contract.milestones}
    days: dict[str, datetime.date | None] = {}
    for row in contract.instalments:
        item = items.get(row.deliverable or "")
        if row.event and row.event is not PaymentEvent.MONTHLY:
            days[row.id] = {
                PaymentEvent.SIGNING: contract.signing_date,
                PaymentEvent.DELIVERY: item.delivered_on if item else None,
                PaymentEvent.ACCEPTANCE: item.accepted_on if item else None,
                PaymentEvent.MILESTONE: reached.get(row.milestone or ""),
            }[row.event]
    return days
