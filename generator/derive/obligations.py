"""The two-sided ledger of obligations: who owes what to whom, due when, on what evidence, from which clause."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from generator.derive.calendar import Due
from generator.derive.due import renewal_notice
from generator.derive.durations import end_of
from generator.derive.kinds import payee, payer
from generator.derive.money import security_amount
from generator.derive.payments import PaymentState, instalment_states
from generator.diagnostics import Route
from generator.model.common import Duration, Period, Side
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.model.value import record


class ObligationKind(StrEnum):
    """What is owed; the order is that of obligations due on one day."""

    SECURITY = "security"
    PAYMENT = "payment"
    COMMISSION = "commission"
    DELIVERY = "delivery"
    INSPECTION = "inspection"
    MILESTONE = "milestone"
    REPORT = "report"
    QUALITY = "quality"
    DUTY = "duty"
    NOTICE = "notice"
    HANDOVER = "handover"
    CONFIDENTIALITY = "confidentiality"


class ObligationState(StrEnum):
    """Where an obligation stands."""

    DONE = "done"
    OVERDUE = "overdue"
    OPEN = "open"
    WAITING = "waiting"
    LASTING = "lasting"


WAITS = ObligationState.WAITING


@record
class Obligation:
    """One obligation on a day.

    ``due`` is ``None`` while the event that it waits for has not happened (``WAITING``; ``within`` then says how long after
    it), and for what is owed all the time (``LASTING``). ``clause`` is the id of the clause it rests on. ``days_overdue``
    counts from ``due`` to the day asked about while it is open.
    """

    party: Side
    kind: ObligationKind
    text: str
    clause: str
    state: ObligationState
    route: Route
    due: datetime.date | None = None
    done_on: datetime.date | None = None
    days_overdue: int = 0
    amount: Decimal | None = None
    within: Duration | None = None
    unpublished: tuple[int, ...] = ()
    period: Period | None = None


_RANK = {kind: rank for rank, kind in enumerate(ObligationKind)}
_SERVICE = frozenset(
    {ProjectKind.SALES_AGENCY, ProjectKind.SERVICE_OUTSOURCING, ProjectKind.TECHNICAL_SERVICE}
)


def obligations(project: Project, on: datetime.date) -> tuple[Obligation, ...]:
    """Return what each party owes by the contract as it stands on the day ``on``: dated ones by day, then the others."""
    rows = (
        *_securities(project, on),
        *_payments(project, on),
        *_deliveries(project, on),
        *_reports(project, on),
        *_lasting(project),
        *_ends(project, on),
    )
    return tuple(sorted(rows, key=lambda row: (row.due or datetime.date.max, _RANK[row.kind])))


def _stands(one: Obligation, due: Due | None, done: datetime.date | None, on: datetime.date) -> Obligation:
    """Return ``one`` with its day and where it stands."""
    day, years = (due.day, due.unpublished) if due else (None, ())
    late = (on - day).days if day and not done else 0
    if done:
        state = ObligationState.DONE
    elif day is None:
        state = ObligationState.WAITING
    else:
        state = ObligationState.OVERDUE if late > 0 else ObligationState.OPEN
    return replace(one, state=state, due=day, done_on=done, days_overdue=max(0, late), unpublished=years)


def _securities(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, signed = project.contract, project.contract.signing_date
    for index, one in enumerate(contract.securities):
        owed = Obligation(
            one.payer,
            ObligationKind.SECURITY,
            one.id,
            "securities",
            WAITS,
            ("contract", "securities", index),
            amount=security_amount(contract, one),
            within=one.within,
        )
        yield _stands(owed, end_of(signed, one.within) if signed else None, None, on)


def _payments(project: Project, on: datetime.date) -> Iterator[Obligation]:
    side, sales = payer(project.project.kind), project.contract.sales
    for one in instalment_states(project, on):
        last = max((each.paid_on for each in one.payments), default=on)
        settled = last if one.state is PaymentState.PAID or one.explained else None
        row = one.instalment
        owed = Obligation(
            side,
            ObligationKind.PAYMENT,
            row.name,
            "payment",
            WAITS,
            one.route,
            amount=one.amount,
            within=row.within,
        )
        yield _stands(owed, one.due, settled, on)
    if sales and sales.commission:
        clause = "remuneration" if project.project.kind is ProjectKind.COMMISSION_AGENCY else "commission"
        route: Route = ("contract", "sales", "commission")
        within = sales.commission.pay_within
        yield Obligation(side, ObligationKind.COMMISSION, "", clause, WAITS, route, within=within)


def _deliveries(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, kind = project.contract, project.project.kind
    buying, period = kind is ProjectKind.PURCHASE, project.contract.inspection
    deliver, inspect = ("goods-delivery", "goods-inspection") if buying else ("delivery", "acceptance")
    for index, item in enumerate(contract.deliverables):
        route: Route = ("contract", "deliverables", index)
        owed = Obligation(payee(kind), ObligationKind.DELIVERY, item.name, deliver, WAITS, route)
        yield _stands(owed, Due(item.due), item.delivered_on, on)
        due = end_of(item.delivered_on, period) if item.delivered_on and period else None
        owed = Obligation(
            payer(kind), ObligationKind.INSPECTION, item.name, inspect, WAITS, route, within=period
        )
        yield _stands(owed, due, item.accepted_on, on)
    for index, stone in enumerate(contract.milestones):
        route = ("contract", "milestones", index)
        owed = Obligation(Side.PARTY_B, ObligationKind.MILESTONE, stone.name, deliver, WAITS, route)
        yield _stands(owed, Due(stone.planned), stone.actual, on)


def _reports(project: Project, on: datetime.date) -> Iterator[Obligation]:
    for index, report in enumerate(project.reports):
        for at, one in enumerate(report.received):
            route: Route = ("reports", index, "received", at)
            owed = Obligation(
                Side.PARTY_B,
                ObligationKind.REPORT,
                report.name,
                "meetings",
                WAITS,
                route,
                period=one.period,
            )
            yield _stands(owed, Due(one.due), one.received_on, on)


def _lasting(project: Project) -> Iterator[Obligation]:
    contract, state = project.contract, ObligationState.LASTING
    kind = project.project.kind
    for index, standard in enumerate(contract.quality):
        clause = "quality" if kind in _SERVICE or contract.work else "goods-quality"
        yield Obligation(
            payee(kind), ObligationKind.QUALITY, standard.name, clause, state, ("contract", "quality", index)
        )
    for side, duties in ((Side.PARTY_A, contract.party_a_duties), (Side.PARTY_B, contract.party_b_duties)):
        clause = side.value.replace("_", "-") if kind in _SERVICE else "special-duties"
        for index, duty in enumerate(duties):
            route: Route = ("contract", f"{side.value}_duties", index)
            yield Obligation(side, ObligationKind.DUTY, duty.text, clause, state, route)


def _ends(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, term = project.contract, project.contract.term
    notice = renewal_notice(project)
    if notice:
        route: Route = ("contract", "term", "renewal_notice")
        owed = Obligation(Side.PARTY_A, ObligationKind.NOTICE, "", "term", WAITS, route)
        yield _stands(owed, notice, notice.day if notice.day < on else None, on)
    if contract.termination.handover:
        route = ("contract", "termination", "handover")
        owed = Obligation(Side.PARTY_B, ObligationKind.HANDOVER, "", "termination", WAITS, route)
        yield _stands(owed, end_of(term.end, contract.termination.handover), None, on)
    until = end_of(term.end, contract.confidentiality.duration)
    clause = "nda-duties" if project.project.kind is ProjectKind.NDA else "confidentiality"
    for side in Side:
        yield Obligation(
            side, ObligationKind.CONFIDENTIALITY, "", clause, ObligationState.LASTING,
            ("contract", "confidentiality"), until.day, unpublished=until.unpublished,
        )  # fmt: skip
