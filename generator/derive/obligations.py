"""The two-sided ledger of obligations: what is paid, delivered, ordered and sold, and all that the other modules gather."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from generator.derive.calendar import Due
from generator.derive.changes import Moved, moved
from generator.derive.commission import counting_kind, settlements
from generator.derive.durations import ahead_of, end_of
from generator.derive.kinds import payee, payer
from generator.derive.lasting import lasting
from generator.derive.money import security_amount
from generator.derive.obligation import (
    GOODS,
    Obligation,
    ObligationEvent,
    ObligationKind,
    ObligationState,
    lasts,
    other,
    stands,
)
from generator.derive.orders import order_total
from generator.derive.payments import InstalmentState, PaymentState, instalment_states
from generator.derive.periods import span
from generator.derive.running import running
from generator.diagnostics import Route
from generator.model.common import Frequency, Side
from generator.model.contract import Contract
from generator.model.delivery import Deliverable
from generator.model.goods import PurchaseOrder, Silence
from generator.model.price import (
    PaymentEvent,
    ReturnEvent,
    Security,
    SecurityType,
    SettlementEvent,
    StatementCycle,
)
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.model.sales import SalesRecordKind

_RANK = {kind: rank for rank, kind in enumerate(ObligationKind)}
_CYCLES = {
    StatementCycle.MONTHLY: Frequency.MONTHLY,
    StatementCycle.QUARTERLY: Frequency.QUARTERLY,
}


def obligations(project: Project, on: datetime.date) -> tuple[Obligation, ...]:
    """Return what each party owes by the contract as it stands on the day ``on``: dated ones by day, then the others.

    Duties that only a breach, a dispute or force majeure would bring about are not in it. Several checks ask one after
    another: the last answers are kept, but not for a project that notes what is read of it.
    """
    return _kept(_Same(project), on) if type(project) is Project else _obligations(project, on)


class _Same:
    """A project as a key: equal to itself alone, which takes no comparing of all that is in it."""

    __slots__ = ("project",)

    def __init__(self, project: Project) -> None:
        self.project = project

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.project is self.project

    def __hash__(self) -> int:
        return id(self.project)


@lru_cache(maxsize=4)
def _kept(same: _Same, on: datetime.date) -> tuple[Obligation, ...]:
    return _obligations(same.project, on)


def _obligations(project: Project, on: datetime.date) -> tuple[Obligation, ...]:
    rows = (
        *_securities(project, on),
        *_payments(project, on),
        *_deliveries(project, on),
        *_orders(project, on),
        *_sales(project, on),
        *running(project, on),
        *lasting(project, on),
    )
    return tuple(sorted(rows, key=lambda row: (row.due or datetime.date.max, _RANK[row.kind])))


def _securities(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, signed = project.contract, project.contract.signing_date
    for index, one in enumerate(contract.securities):
        route: Route = ("contract", "securities", index)
        given = Obligation(
            one.payer, ObligationKind.SECURITY, "", "securities", route,
            amount=security_amount(contract, one), within=one.within, after=PaymentEvent.SIGNING, id=one.id, security=one.type,
        )  # fmt: skip
        yield stands(given, end_of(signed, one.within) if signed else None, on, recorded=False)
        back = replace(
            given,
            party=other(one.payer),
            kind=ObligationKind.SECURITY_RETURN,
            within=one.return_within,
            after=_returned_after(one),
        )
        day = _returned_from(contract, one)
        yield stands(back, end_of(day, one.return_within) if day else None, on, recorded=False)


def _returned_after(one: Security) -> ReturnEvent | ObligationEvent:
    """Return the event after which a security is given back, as its clause has it."""
    if one.type is SecurityType.DEPOSIT:
        return ObligationEvent.RESCISSION
    if one.type is SecurityType.ADVANCE_GUARANTEE and one.return_event is None:
        return ObligationEvent.ADVANCE
    return one.return_event or ReturnEvent.FULL_PERFORMANCE


def _returned_from(contract: Contract, one: Security) -> datetime.date | None:
    """Return the day of that event; whether everything is performed is recorded nowhere."""
    event = _returned_after(one)
    if event is ReturnEvent.TERM_END:
        return contract.term.end
    accepted = [item.accepted_on for item in contract.deliverables]
    days = [day for day in accepted if day]
    if not days or len(days) < len(accepted):
        return None
    if event is ReturnEvent.ACCEPTANCE:
        return max(days)
    warranted = event is ReturnEvent.WARRANTY_END and contract.warranty
    return end_of(max(days), contract.warranty).day if warranted and contract.warranty else None


def _payments(project: Project, on: datetime.date) -> Iterator[Obligation]:
    kind, named = project.project.kind, _named(project.contract)
    for one in instalment_states(project, on):
        row = one.instalment
        invoices = "、".join(
            dict.fromkeys(each.invoice_number for each in one.payments if each.invoice_number)
        )
        paid = Obligation(
            payer(kind), ObligationKind.PAYMENT, one.name, "payment", one.route,
            amount=one.amount, within=row.within, after=row.event,
            subject=named.get(row.deliverable or row.milestone or "", ""), id=row.id,
        )  # fmt: skip
        yield stands(paid, one.due, on, _settled(one))
        yield _invoice(project, one, paid, invoices, on)


def _named(contract: Contract) -> dict[str, str]:
    names = {one.id: one.name for one in contract.deliverables}
    return names | {one.id: one.name for one in contract.milestones}


def _settled(one: InstalmentState) -> datetime.date | None:
    """Return the day from which nothing more is owed: what a note explains was not paid is not."""
    if one.state is PaymentState.PAID or one.explained:
        return max((each.paid_on for each in one.payments), default=None)
    return None


def _invoice(
    project: Project, one: InstalmentState, paid: Obligation, invoices: str, on: datetime.date
) -> Obligation:
    """Return the invoice that comes before a payment: the day on which it came is recorded nowhere."""
    before = project.contract.payment.invoice_before if project.contract.payment else None
    due = ahead_of(one.due.day, before) if one.due and before else None
    owed = replace(
        paid, party=other(paid.party), kind=ObligationKind.INVOICE, within=before, after=ObligationEvent.PAYMENT, ahead=True,
        subject="", paper=invoices,
    )  # fmt: skip
    return stands(owed, due, on, met=bool(invoices), recorded=False)


def _deliveries(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, kind, changes = project.contract, project.project.kind, moved(project)
    deliver = "goods-delivery" if kind in GOODS else "delivery"
    for index, item in enumerate(contract.deliverables):
        route: Route = ("contract", "deliverables", index)
        owed = Obligation(payee(kind), ObligationKind.DELIVERY, item.name, deliver, route, id=item.id)
        yield _by(item.due, changes.get(("deliverable", item.id)), owed, on, item.delivered_on)
        yield from _deliverable(project, item, route, on)
    for index, stone in enumerate(contract.milestones):
        route = ("contract", "milestones", index)
        owed = Obligation(payee(kind), ObligationKind.MILESTONE, stone.name, deliver, route, id=stone.id)
        yield _by(stone.planned, changes.get(("milestone", stone.id)), owed, on, stone.actual)


def _by(
    day: datetime.date, change: Moved | None, owed: Obligation, on: datetime.date, done: datetime.date | None
) -> Obligation:
    """Return what is owed by the contract's ``day``, or by the day that a signed ``change`` has put in its place."""
    if change is None:
        return stands(owed, Due(day), on, done)
    return stands(replace(owed, moved_from=day), Due(change.day), on, done)


def _deliverable(
    project: Project, item: Deliverable, route: Route, on: datetime.date
) -> Iterator[Obligation]:
    """Yield what follows a delivery: inspection and warranty."""
    contract, kind = project.contract, project.project.kind
    inspect, warrant = ("goods-inspection", "goods-warranty") if kind in GOODS else ("acceptance",) * 2
    period, warranty = contract.inspection, contract.warranty
    seen = Obligation(
        payer(kind), ObligationKind.INSPECTION, item.name, inspect, route,
        within=period, after=PaymentEvent.DELIVERY, subject=item.name, paper=f"{contract.number}/{item.id}", id=item.id,
    )  # fmt: skip
    due = end_of(item.delivered_on, period) if item.delivered_on and period else None
    yield stands(seen, due, on, item.accepted_on)
    if warranty:
        kept = Obligation(
            payee(kind), ObligationKind.WARRANTY, item.name, warrant, route,
            within=warranty, after=PaymentEvent.ACCEPTANCE, subject=item.name, id=item.id,
        )  # fmt: skip
        yield lasts(kept, end_of(item.accepted_on, warranty), on, dated=True) if item.accepted_on else kept


def _orders(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, kind = project.contract, project.project.kind
    route: Route = ("contract", "payment", "settlement")
    terms = contract.payment.settlement if contract.payment else None
    for index, order in enumerate(project.purchase_orders):
        yield from _order(project, order, ("purchase_orders", index), on)
    if terms and not project.purchase_orders:
        yield Obligation(
            payer(kind),
            ObligationKind.ORDER_PAYMENT,
            "",
            "payment",
            route,
            within=terms.within,
            after=terms.event,
        )
    if terms and terms.statement:
        owed = Obligation(
            payee(kind), ObligationKind.STATEMENT, "", "payment", route, every=_CYCLES[terms.statement]
        )
        yield lasts(owed, Due(contract.term.end), on)


def _order(project: Project, one: PurchaseOrder, route: Route, on: datetime.date) -> Iterator[Obligation]:
    contract, terms = project.contract, project.contract.orders
    buyer, seller = payer(project.project.kind), payee(project.project.kind)
    if terms is None:
        return
    owed = Obligation(
        seller,
        ObligationKind.CONFIRMATION,
        one.number,
        "orders",
        route,
        within=terms.confirm_within,
        id=one.id,
    )
    yield stands(owed, end_of(one.date, terms.confirm_within), on, one.confirmed_on, recorded=False)
    binding = one.confirmed_on or terms.silence is Silence.ACCEPTS
    owed = replace(
        owed, kind=ObligationKind.ORDER, clause="goods-delivery", within=None, after=SettlementEvent.ORDER, subject=one.number
    )  # fmt: skip
    yield stands(owed, Due(one.deliver_on) if binding else None, on, recorded=False)
    settled = contract.payment.settlement if contract.payment else None
    if settled:
        paid = replace(
            owed, party=buyer, kind=ObligationKind.ORDER_PAYMENT, clause="payment", within=settled.within, after=settled.event,
            amount=order_total(contract, one).gross,
        )  # fmt: skip
        day = one.confirmed_on if settled.event is SettlementEvent.ORDER else None
        made = stands(paid, end_of(day, settled.within) if day else None, on, recorded=False)
        unknown = made.due is None and one.deliver_on < on
        yield replace(made, state=ObligationState.UNRECORDED) if unknown else made


def _sales(project: Project, on: datetime.date) -> Iterator[Obligation]:
    yield from _commission(project, on)
    sales, kind = project.contract.sales, project.project.kind
    if sales is None:
        return
    if sales.rebate:
        yield Obligation(
            payee(kind), ObligationKind.REBATE, "", "rebate", ("contract", "sales", "rebate"),
            within=sales.rebate.within, after=ObligationEvent.STATEMENT, every=sales.rebate.settlement,
        )  # fmt: skip
    for index, target in enumerate(sales.targets):
        owed = Obligation(
            Side.PARTY_B, ObligationKind.TARGET, "", "sales-targets", ("contract", "sales", "targets", index),
            amount=target.amount, period=target.period,
        )  # fmt: skip
        first, last = span(target.period)
        met = last <= on and _sold(project, first, last) >= target.amount
        yield stands(owed, Due(last), on, met=met, recorded=False)


def _sold(project: Project, first: datetime.date, last: datetime.date) -> Decimal:
    """Return what the sales records of some days come to: what was sold, less what was given back on these days."""
    terms = project.contract.sales.commission if project.contract.sales else None
    signs = {counting_kind(terms): 1, SalesRecordKind.RETURNED: -1} if terms else {}
    rows = (one for one in project.sales_records if first <= one.date <= last)
    return sum((one.amount * signs.get(one.kind, 0) for one in rows), Decimal(0))


def _commission(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, kind = project.contract, project.project.kind
    terms = contract.sales.commission if contract.sales else None
    if terms is None:
        return
    clause = "remuneration" if kind is ProjectKind.COMMISSION_AGENCY else "commission"
    route: Route = ("contract", "sales", "commission")
    owed = Obligation(payee(kind), ObligationKind.STATEMENT, "", clause, route, every=terms.settlement)
    yield lasts(owed, Due(contract.term.end), on)
    paid = replace(
        owed, party=payer(kind), kind=ObligationKind.COMMISSION, within=terms.pay_within, after=ObligationEvent.INVOICED
    )  # fmt: skip
    settled = [row for row in settlements(project, on) if row.payable]
    unknown = replace(paid, every=None, state=ObligationState.UNRECORDED)
    yield from (replace(unknown, period=row.period, amount=row.payable) for row in settled)
    if not settled:
        yield paid
