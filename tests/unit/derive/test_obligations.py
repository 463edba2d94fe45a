"""The ledger of obligations: both sides, the right days, where each stands."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.derive.obligation import Obligation, ObligationEvent, ObligationKind, ObligationState
from generator.derive.obligations import obligations
from generator.documents.articles import headings, write
from generator.documents.clauses import load
from generator.documents.contract import scope
from generator.load import Loaded
from generator.model.change import ChangedDate, ChangeStatus
from generator.model.common import Duration, DurationUnit, Side
from generator.model.goods import OrderLine, PurchaseOrder
from generator.model.price import ReturnEvent, Security, SecurityForm, SecurityType
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.resources import Library


def project(loaded: dict[str, Loaded], name: str) -> Project:
    found = loaded[name].project
    assert found is not None
    return found


def of(rows: tuple[Obligation, ...], kind: ObligationKind) -> list[Obligation]:
    return [row for row in rows if row.kind is kind]


def test_the_year_of_a_sample(samples: dict[str, Loaded]) -> None:
    system = project(samples, "warehouse-system")
    rows = obligations(system, datetime.date(2026, 10, 31))
    deliveries = of(rows, ObligationKind.DELIVERY)
    assert [row.party for row in deliveries] == [Side.PARTY_B] * len(system.contract.deliverables)
    late = next(row for row in deliveries if row.text == "系统设计说明书")
    assert (late.due, late.done_on) == (datetime.date(2026, 5, 15), datetime.date(2026, 5, 22))
    inspection = next(row for row in of(rows, ObligationKind.INSPECTION) if row.text == "接口联调报告")
    assert (inspection.party, inspection.due) == (Side.PARTY_A, datetime.date(2026, 11, 3))
    assert inspection.state is ObligationState.OPEN
    paid = next(row for row in of(rows, ObligationKind.PAYMENT) if row.text == "终验款")
    assert (paid.state, paid.due, str(paid.amount)) == (ObligationState.WAITING, None, "196000.00")
    assert {row.state for row in of(rows, ObligationKind.QUALITY)} == {ObligationState.LASTING}
    days = [row.due for row in rows if row.due]
    assert days == sorted(days)


def test_a_missed_day_is_counted(samples: dict[str, Loaded]) -> None:
    system = project(samples, "warehouse-system")
    rows = obligations(system, datetime.date(2026, 11, 22))
    stone = next(row for row in of(rows, ObligationKind.MILESTONE) if row.text == "试运行上线")
    assert (stone.state, stone.days_overdue) == (ObligationState.OVERDUE, 2)
    assert all(row.days_overdue == 0 for row in rows if row.state is not ObligationState.OVERDUE)


@pytest.mark.parametrize("kind", ProjectKind)
def test_every_obligation_rests_on_a_clause_of_the_contract(
    starters: dict[str, Loaded], kind: ProjectKind
) -> None:
    one = project(starters, kind)
    blocks, _ = write(load(Library())[0], kind, scope(one), "zh-CN")
    rows = obligations(one, one.project.as_of)
    assert {row.clause for row in rows} <= headings(blocks, "zh-CN").keys()
    assert {row.party for row in rows} == set(Side)


def test_the_distributor_pays_and_the_supplier_keeps_the_standard(starters: dict[str, Loaded]) -> None:
    one = project(starters, "distribution")
    quality = project(starters, "framework").contract.quality
    rows = obligations(replace(one, contract=replace(one.contract, quality=quality)), one.project.as_of)
    assert {row.party for row in of(rows, ObligationKind.QUALITY)} == {Side.PARTY_A}


def test_securities_are_given_and_come_back(starters: dict[str, Loaded]) -> None:
    one, days = project(starters, "purchase"), Duration(10, DurationUnit.CALENDAR_DAYS)

    def rows(kind: SecurityType, event: ReturnEvent | None) -> list[Obligation]:
        bond = Security(
            id="s", type=kind, payer=Side.PARTY_B, amount=Decimal(100), form=(SecurityForm.CASH,), within=days,
            return_event=event, return_within=days,
        )  # fmt: skip
        contract = replace(one.contract, securities=(bond,), signing_date=datetime.date(2026, 3, 2))
        found = obligations(replace(one, contract=contract), datetime.date(2040, 1, 1))
        return [*of(found, ObligationKind.SECURITY), *of(found, ObligationKind.SECURITY_RETURN)]

    given, back = rows(SecurityType.PERFORMANCE_BOND, ReturnEvent.TERM_END)
    assert (given.party, given.due, given.state) == (
        Side.PARTY_B,
        datetime.date(2026, 3, 12),
        ObligationState.UNRECORDED,
    )
    assert (back.party, back.amount) == (Side.PARTY_A, Decimal(100))
    assert back.due is not None
    assert back.due > one.contract.term.end
    waiting = [
        rows(SecurityType.EARNEST, None)[1],
        rows(SecurityType.DEPOSIT, None)[1],
        rows(SecurityType.ADVANCE_GUARANTEE, None)[1],
    ]
    assert [row.after for row in waiting] == [
        ReturnEvent.FULL_PERFORMANCE,
        ObligationEvent.RESCISSION,
        ObligationEvent.ADVANCE,
    ]
    assert {row.due for row in waiting} == {None}
    accepted = tuple(
        replace(item, delivered_on=item.due, accepted_on=item.due) for item in one.contract.deliverables
    )
    one = replace(one, contract=replace(one.contract, deliverables=accepted))
    assert rows(SecurityType.RETENTION, ReturnEvent.ACCEPTANCE)[1].due is not None
    assert rows(SecurityType.RETENTION, ReturnEvent.WARRANTY_END)[1].due is not None
    assert rows(SecurityType.RETENTION, ReturnEvent.FULL_PERFORMANCE)[1].due is None


def test_an_invoice_comes_before_each_payment(samples: dict[str, Loaded]) -> None:
    rows = obligations(project(samples, "east-china-agency"), datetime.date(2026, 10, 31))
    first, *_, last = of(rows, ObligationKind.INVOICE)
    assert (first.party, first.due) == (Side.PARTY_B, datetime.date(2026, 1, 5))
    assert (first.state, first.paper) == (ObligationState.DONE, "26310000000000000101")
    assert (last.state, last.due) == (ObligationState.OPEN, datetime.date(2026, 12, 21))


def test_commission_by_period_and_targets(samples: dict[str, Loaded]) -> None:
    agency = project(samples, "east-china-agency")
    rows = obligations(agency, datetime.date(2026, 10, 31))
    paid = of(rows, ObligationKind.COMMISSION)
    assert [(row.party, str(row.amount)) for row in paid] == [
        (Side.PARTY_A, "184200.00"),
        (Side.PARTY_A, "198375.00"),
        (Side.PARTY_A, "281040.00"),
    ]
    assert {row.state for row in paid} == {ObligationState.UNRECORDED}, "whether it was paid is not recorded"
    targets = of(rows, ObligationKind.TARGET)
    assert targets[0].due == datetime.date(2026, 3, 31)
    assert targets[0].state is ObligationState.UNRECORDED
    assert agency.contract.sales is not None
    low = tuple(replace(one, amount=Decimal(1)) for one in agency.contract.sales.targets)
    contract = replace(agency.contract, sales=replace(agency.contract.sales, targets=low))
    reached = obligations(replace(agency, contract=contract), datetime.date(2026, 10, 31))
    assert of(reached, ObligationKind.TARGET)[0].state is ObligationState.DONE
    none_yet = replace(agency, sales_records=())
    (general,) = of(obligations(none_yet, datetime.date(2026, 10, 31)), ObligationKind.COMMISSION)
    assert (general.state, general.within) == (ObligationState.WAITING, paid[0].within)


def test_orders_are_answered_delivered_and_paid(starters: dict[str, Loaded]) -> None:
    one = project(starters, "distribution")
    product = one.contract.sales.products[0].id if one.contract.sales else ""
    line = OrderLine(product=product, quantity=Decimal(2))
    order = PurchaseOrder(
        id="o1", number="PO-1", date=datetime.date(2026, 3, 2), lines=(line,),
        deliver_on=datetime.date(2026, 4, 1), deliver_to="仓库",
    )  # fmt: skip

    def owed(order: PurchaseOrder, on: datetime.date) -> dict[ObligationKind, Obligation]:
        rows = obligations(replace(one, purchase_orders=(order,)), on)
        return {row.kind: row for row in rows if row.text == "PO-1"}

    rows = owed(order, datetime.date(2026, 3, 2))
    assert rows[ObligationKind.CONFIRMATION].party is Side.PARTY_A
    assert rows[ObligationKind.CONFIRMATION].state is ObligationState.OPEN
    assert rows[ObligationKind.ORDER_PAYMENT].party is Side.PARTY_B
    assert rows[ObligationKind.ORDER_PAYMENT].amount is not None
    later = owed(replace(order, confirmed_on=datetime.date(2026, 3, 3)), datetime.date(2026, 5, 1))
    assert later[ObligationKind.CONFIRMATION].done_on == datetime.date(2026, 3, 3)
    assert later[ObligationKind.ORDER].state is ObligationState.UNRECORDED
    assert later[ObligationKind.ORDER_PAYMENT].state is ObligationState.UNRECORDED
    (general,) = of(obligations(one, datetime.date(2026, 5, 1)), ObligationKind.ORDER_PAYMENT)
    assert (general.party, general.state) == (Side.PARTY_B, ObligationState.WAITING)


def test_warranty_runs_from_acceptance(samples: dict[str, Loaded]) -> None:
    system = project(samples, "warehouse-system")
    assert system.contract.acceptance is not None
    terms = replace(system.contract.acceptance, warranty=Duration(1, DurationUnit.YEARS))
    rows = of(
        obligations(
            replace(system, contract=replace(system.contract, acceptance=terms)), datetime.date(2026, 10, 31)
        ),
        ObligationKind.WARRANTY,
    )
    first = next(row for row in rows if row.text == "需求规格说明书")
    assert (first.due, first.state) == (datetime.date(2027, 4, 12), ObligationState.LASTING)
    assert {row.state for row in rows if row.due is None} == {ObligationState.WAITING}


def test_a_signed_change_moves_the_day(samples: dict[str, Loaded]) -> None:
    loaded = project(samples, "warehouse-system")
    (change,) = loaded.changes
    item = loaded.contract.deliverables[-1]
    day = ChangedDate(deliverable=item.id, date=datetime.date(2026, 12, 28))
    both = replace(loaded, changes=(replace(change, dates=(*change.dates, day)),))
    rows = {(one.kind, one.id): one for one in obligations(both, datetime.date(2026, 11, 23))}
    stone = rows[ObligationKind.MILESTONE, "m5"]
    assert (stone.due, stone.moved_from, stone.days_overdue) == (
        datetime.date(2026, 11, 20),
        datetime.date(2026, 11, 6),
        3,
    )
    delivery = rows[ObligationKind.DELIVERY, item.id]
    assert (delivery.due, delivery.moved_from) == (day.date, item.due)
    refused = replace(change, status=ChangeStatus.REJECTED, agreed_on=None)
    (stone,) = (
        one
        for one in obligations(replace(loaded, changes=(refused,)), datetime.date(2026, 11, 23))
        if (one.kind, one.id) == (ObligationKind.MILESTONE, "m5")
    )
    assert (stone.due, stone.moved_from, stone.days_overdue) == (datetime.date(2026, 11, 6), None, 17)
