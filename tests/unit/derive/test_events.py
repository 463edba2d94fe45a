"""When the events that instalments wait for happened."""

from __future__ import annotations

from dataclasses import replace

from generator.derive.events import event_days
from generator.model.price import PaymentEvent
from generator.model.project import Project


def test_every_instalment_with_an_event_has_the_day_of_that_event(technical: Project) -> None:
    contract = technical.contract
    days = event_days(contract)
    waiting = [row for row in contract.payment.instalments if row.event]
    assert set(days) == {row.id for row in waiting}
    deliverables = {item.id: item for item in contract.deliverables}
    milestones = {item.id: item for item in contract.milestones}
    for row in waiting:
        if row.event is PaymentEvent.SIGNING:
            assert days[row.id] == contract.signing_date
        if row.event is PaymentEvent.ACCEPTANCE and row.deliverable:
            assert days[row.id] == deliverables[row.deliverable].accepted_on
        if row.event is PaymentEvent.MILESTONE and row.milestone:
            assert days[row.id] == milestones[row.milestone].actual


def test_what_has_not_happened_has_no_day(technical: Project) -> None:
    contract = technical.contract
    ahead = replace(
        contract,
        signing_date=None,
        deliverables=tuple(replace(d, delivered_on=None, accepted_on=None) for d in contract.deliverables),
        milestones=tuple(replace(m, actual=None) for m in contract.milestones),
    )
    assert set(event_days(ahead).values()) == {None}
