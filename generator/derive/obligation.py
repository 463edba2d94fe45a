"""One obligation by the contract: who owes it, when it is due, where it stands on a day."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from generator.derive.calendar import Due
from generator.diagnostics import Route
from generator.model.common import Duration, Frequency, Period, Side
from generator.model.price import PaymentEvent, ReturnEvent, SecurityType, SettlementEvent
from generator.model.profile import ProjectKind
from generator.model.value import record


class ObligationKind(StrEnum):
    """What is owed; the order is that of obligations due on one day."""

    SECURITY = "security"
    SECURITY_RETURN = "security_return"
    INVOICE = "invoice"
    PAYMENT = "payment"
    STATEMENT = "statement"
    COMMISSION = "commission"
    REBATE = "rebate"
    CONFIRMATION = "confirmation"
    ORDER = "order"
    ORDER_PAYMENT = "order_payment"
    DELIVERY = "delivery"
    INSPECTION = "inspection"
    WARRANTY = "warranty"
    MILESTONE = "milestone"
    TARGET = "target"
    REPORT = "report"
    MEETING = "meeting"
    MINUTES = "minutes"
    TRAINING = "training"
    EVALUATION = "evaluation"
    REPLY = "reply"
    REQUIREMENT = "requirement"
    QUALITY = "quality"
    MATERIAL = "material"
    INSURANCE = "insurance"
    CUSTOMER = "customer"
    DUTY = "duty"
    NON_COMPETE = "non_compete"
    NON_SOLICIT_CUSTOMERS = "non_solicit_customers"
    NON_SOLICIT_EMPLOYEES = "non_solicit_employees"
    NON_DISPARAGEMENT = "non_disparagement"
    CONTROL_CHANGE = "control_change"
    RECORDS = "records"
    NOTICE = "notice"
    HANDOVER = "handover"
    MATERIAL_RETURN = "material_return"
    DELETION = "deletion"
    AFTER_SERVICES = "after_services"
    CONFIDENTIALITY = "confidentiality"


class ObligationState(StrEnum):
    """Where an obligation stands; of ``UNRECORDED`` ones nobody can tell, since the project keeps no record of it."""

    DONE = "done"
    OVERDUE = "overdue"
    UNRECORDED = "unrecorded"
    OPEN = "open"
    WAITING = "waiting"
    LASTING = "lasting"
    ENDED = "ended"


class ObligationEvent(StrEnum):
    """What an obligation waits for, beside the events of payments and securities."""

    STATEMENT = "statement"
    INVOICED = "invoiced"
    EVALUATED = "evaluated"
    ADVANCE = "advance"
    RESCISSION = "rescission"
    CONTROL_CHANGE = "control_change"
    MATERIAL = "material"
    PAYMENT = "payment"
    REGISTRATION = "registration"


Event = PaymentEvent | SettlementEvent | ReturnEvent | ObligationEvent


@record
class Obligation:
    """One obligation on a day.

    ``clause`` is the id of the clause it rests on, ``text`` the project's own words. ``due`` is ``None`` while the event
    ``after`` that it waits for has not happened to ``subject`` (``WAITING``; ``within`` says how long after it, or ``ahead`` of it), and for
    what is owed all the time (``LASTING``; a ``due`` is then its last day). ``moved_from`` is the contract's day where a signed
    change has put ``due`` in its place. ``done_on`` is ``None`` also where the day on
    which it was done is not recorded. ``days_overdue`` counts from ``due`` to the day asked about while it is open,
    ``days_late`` to ``done_on``. ``every`` is how often it recurs, ``paper`` what its evidence is called by: the number of
    an invoice, of minutes, of a form. ``owner`` is the contact who acts, else the party.
    """

    party: Side
    kind: ObligationKind
    text: str
    clause: str
    route: Route
    state: ObligationState = ObligationState.WAITING
    due: datetime.date | None = None
    moved_from: datetime.date | None = None
    done_on: datetime.date | None = None
    days_overdue: int = 0
    days_late: int = 0
    amount: Decimal | None = None
    within: Duration | None = None
    after: Event | None = None
    subject: str = ""
    unpublished: tuple[int, ...] = ()
    period: Period | None = None
    every: Frequency | None = None
    paper: str = ""
    id: str = ""
    contact: str = ""
    security: SecurityType | None = None
    ahead: bool = False

    @property
    def creditor(self) -> Side:
        """Return the party to which it is owed."""
        return other(self.party)

    @property
    def owner(self) -> str | Side:
        """Return who acts: a contact's id, else the party."""
        return self.contact or self.party


GOODS = frozenset({ProjectKind.DISTRIBUTION, ProjectKind.PURCHASE, ProjectKind.FRAMEWORK})
"""Kinds of contract that have clauses of their own on delivery, inspection and quality of goods."""


def other(side: Side) -> Side:
    """Return the party that is not ``side``."""
    return Side.PARTY_B if side is Side.PARTY_A else Side.PARTY_A


def stands(
    one: Obligation,
    due: Due | None,
    on: datetime.date,
    done: datetime.date | None = None,
    *,
    met: bool = False,
    recorded: bool = True,
) -> Obligation:
    """Return ``one`` with its day and where it stands ``on`` a day; what happened later does not count.

    ``met`` says that it was done on a day that is not recorded, ``recorded`` whether the project has a place to record it:
    without, nobody is said to be late.
    """
    day, years = (due.day, due.unpublished) if due else (None, ())
    done = done if done and done <= on else None
    late = ((done or on) - day).days if day else 0
    if done or met:
        state = ObligationState.DONE
    elif day is None:
        state = ObligationState.WAITING
    elif late > 0:
        state = ObligationState.OVERDUE if recorded else ObligationState.UNRECORDED
    else:
        state = ObligationState.OPEN
    return replace(
        one,
        state=state,
        due=day,
        done_on=done,
        days_overdue=late if state is ObligationState.OVERDUE else 0,
        days_late=max(0, late) if done else 0,
        unpublished=years,
    )


def lasts(one: Obligation, until: Due, on: datetime.date, *, dated: bool = False) -> Obligation:
    """Return ``one`` as owed all the time ``until`` a day; ``dated`` says so, otherwise it is the end of the term."""
    state = ObligationState.LASTING if on <= until.day else ObligationState.ENDED
    return replace(
        one, state=state, due=until.day if dated else None, unpublished=until.unpublished if dated else ()
    )
