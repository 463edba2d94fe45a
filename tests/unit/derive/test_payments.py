"""When each instalment falls due, what was paid of it and what is left (payments.py)."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from support import OCTOBER

from generator.derive.durations import end_of
from generator.derive.money import share_of
from generator.derive.payments import InstalmentState, PaymentState, instalment_states, totals
from generator.load import load_project, open_workspace
from generator.model.change import ChangeStatus
from generator.model.common import Duration, DurationUnit
from generator.model.price import Instalment, PaymentEvent, PaymentRecord
from generator.model.project import Project

DAY = datetime.date
ON = DAY(2026, 10, 31)
TEN = Duration(10, DurationUnit.WORKING_DAYS)


@pytest.fixture(scope="module")
def project() -> Project:
    loaded = load_project(open_workspace(OCTOBER), OCTOBER / "specs" / "warehouse-system")
    assert loaded.project is not None
    return loaded.project


def changed(one: Any, /, **changes: Any) -> Any:
    return replace(one, **changes)


def stand(
    project: Project, row: Instalment, *paid: tuple[DAY, str, str | None], on: DAY = ON
) -> InstalmentState:
    """Return where a project with this one instalment and these payments stands."""
    records = tuple(
        PaymentRecord(id=f"x{at}", instalment=row.id, paid_on=day, amount=Decimal(amount), note=note)
        for at, (day, amount, note) in enumerate(paid)
    )
    payment = changed(project.contract.payment, instalments=(row,))
    whole = changed(project, contract=changed(project.contract, payment=payment), payments=records)
    return instalment_states(whole, on)[0]


def instalment(**fields: Any) -> Instalment:
    return Instalment(id="one", name="款", amount=Decimal(1000), **fields)


def test_an_agreed_day_is_the_due_day(project: Project) -> None:
    state = stand(project, instalment(due=DAY(2026, 10, 1)))
    assert state.due is not None
    assert (state.due.day, state.event_day, state.forecast) == (DAY(2026, 10, 1), None, None)
    assert (state.state, state.days_overdue, state.remaining) == (PaymentState.OPEN, 30, Decimal(1000))


def test_an_event_that_happened_begins_the_period(project: Project) -> None:
    signed = project.contract.signing_date
    assert signed is not None
    state = stand(project, instalment(event=PaymentEvent.SIGNING, within=TEN))
    assert state.event_day == signed
    assert state.due == end_of(signed, TEN)
    at_once = stand(project, instalment(event=PaymentEvent.SIGNING))
    assert at_once.due is not None
    assert at_once.due.day == signed


def test_an_event_that_has_not_happened_leaves_the_day_open(project: Project) -> None:
    unsigned = changed(project, contract=changed(project.contract, signing_date=None))
    state = stand(unsigned, instalment(event=PaymentEvent.SIGNING, within=TEN))
    assert (state.due, state.event_day, state.state) == (None, None, PaymentState.WAITING)
    assert (state.days_overdue, state.forecast) == (0, None)


def test_only_a_planned_day_still_to_come_gives_a_forecast(project: Project) -> None:
    stone = next(one for one in project.contract.milestones if one.actual is None and one.planned >= ON)
    row = instalment(event=PaymentEvent.MILESTONE, milestone=stone.id, within=TEN)
    assert stand(project, row).forecast == end_of(stone.planned, TEN)
    later = stone.planned + datetime.timedelta(days=1)
    assert stand(project, row, on=later).forecast is None
    accepted = instalment(event=PaymentEvent.ACCEPTANCE, deliverable=project.contract.deliverables[-1].id)
    assert stand(project, accepted).forecast is None


def test_a_day_in_a_year_without_arrangement_says_so(project: Project) -> None:
    signed = changed(project, contract=changed(project.contract, signing_date=DAY(2031, 9, 25)))
    state = stand(signed, instalment(event=PaymentEvent.SIGNING, within=TEN))
    assert state.due is not None
    assert state.due.unpublished == (2031,)


def test_payments_up_to_the_day_count_and_later_ones_do_not(project: Project) -> None:
    row = instalment(due=DAY(2026, 10, 20))
    state = stand(project, row, (DAY(2026, 10, 25), "600", None), (DAY(2026, 11, 2), "400", None))
    assert (state.paid, state.remaining, state.state) == (Decimal(600), Decimal(400), PaymentState.SHORT)
    assert (state.days_overdue, state.settled_on, state.explained) == (11, None, False)
    whole = stand(
        project, row, (DAY(2026, 11, 2), "400", None), (DAY(2026, 10, 25), "600", None), on=DAY(2026, 11, 2)
    )
    assert (whole.state, whole.settled_on, whole.days_late) == (PaymentState.PAID, DAY(2026, 11, 2), 13)
    assert [one.paid_on.day for one in whole.payments] == [25, 2]
    assert whole.days_overdue == 0


def test_a_deduction_with_its_reason_is_explained(project: Project) -> None:
    row = instalment(due=DAY(2026, 10, 20))
    assert stand(project, row, (DAY(2026, 10, 20), "900", "扣减违约金100元")).explained
    assert not stand(project, row, (DAY(2026, 10, 20), "1000", "付清")).explained


def test_totals_of_nothing_and_of_a_price_of_zero(project: Project) -> None:
    assert totals(project, ()).remaining == 0
    free = changed(
        project, contract=changed(project.contract, price=changed(project.contract.price, gross=Decimal(0)))
    )
    assert totals(free, instalment_states(free, ON)).share is None


def test_a_signed_change_is_paid_with_its_instalment_from_its_signature(project: Project) -> None:
    change = changed(project.changes[0], instalment="p5")
    after = changed(project, changes=(change,))
    assert change.agreed_on is not None
    before = {one.instalment.id: one.amount for one in instalment_states(project, ON)}
    states = instalment_states(after, ON)
    assert {one.instalment.id: one.amount for one in states} == {**before, "p5": before["p5"] + 12000}
    assert {one.instalment.id: one.change for one in states if one.change} == {"p5": Decimal(12000)}
    sums = totals(after, states)
    assert (sums.agreed, sums.share) == (Decimal(992000), share_of(sums.paid, Decimal(992000)))
    early = instalment_states(after, change.agreed_on - datetime.timedelta(days=1))
    assert {one.instalment.id: one.amount for one in early} == before


def test_a_change_that_is_not_signed_moves_no_instalment(project: Project) -> None:
    change = changed(project.changes[0], instalment="p5", status=ChangeStatus.PROPOSED, agreed_on=None)
    assert not any(one.change for one in instalment_states(changed(project, changes=(change,)), ON))
