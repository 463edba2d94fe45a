"""What is owed all the time, and what the end of the contract brings about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from generator.derive.calendar import Due
from generator.derive.durations import ahead_of, end_of
from generator.derive.kinds import payee
from generator.derive.obligation import (
    GOODS,
    Obligation,
    ObligationEvent,
    ObligationKind,
    lasts,
    other,
    stands,
)
from generator.diagnostics import Route
from generator.model.common import Side
from generator.model.contract import Contract, Discloser, Renewal
from generator.model.covenant import Bound, Covenants
from generator.model.profile import ProjectKind
from generator.model.project import Project

BOTH = tuple(Side)
_SERVICE = frozenset(
    {ProjectKind.SALES_AGENCY, ProjectKind.SERVICE_OUTSOURCING, ProjectKind.TECHNICAL_SERVICE}
)
"""Kinds of contract whose special duties stand in the articles on the duties of each party."""


def renewal_notice(project: Project) -> Due | None:
    """Return the last day for the notice on renewal, ``None`` where the contract asks for none."""
    term = project.contract.term
    if term.renewal is Renewal.NONE or term.renewal_notice is None:
        return None
    return ahead_of(term.end, term.renewal_notice)


def lasting(project: Project, on: datetime.date) -> Iterator[Obligation]:
    """Yield these obligations as they stand on the day ``on``."""
    end = Due(project.contract.term.end)
    for one in (*_duties(project), *_standards(project), *_customers(project)):
        yield lasts(one, end, on)
    if project.contract.covenants:
        yield from _covenants(project.contract, project.contract.covenants, on)
    if project.project.kind is not ProjectKind.NDA:
        yield from _materials(project, on)
    yield from _ends(project, on)


def _duties(project: Project) -> Iterator[Obligation]:
    contract = project.contract
    for side, duties in ((Side.PARTY_A, contract.party_a_duties), (Side.PARTY_B, contract.party_b_duties)):
        clause = side.value.replace("_", "-") if project.project.kind in _SERVICE else "special-duties"
        for index, duty in enumerate(duties):
            route: Route = ("contract", f"{side.value}_duties", index)
            yield Obligation(side, ObligationKind.DUTY, duty.text, clause, route, id=duty.id)
    if contract.development and contract.development.guidance:
        route = ("contract", "development", "guidance")
        yield Obligation(
            Side.PARTY_B, ObligationKind.DUTY, contract.development.guidance, "development", route
        )


def _standards(project: Project) -> Iterator[Obligation]:
    kind = project.project.kind
    clause = "goods-quality" if kind in GOODS else "quality"
    for index, one in enumerate(project.contract.quality):
        route: Route = ("contract", "quality", index)
        yield Obligation(payee(kind), ObligationKind.QUALITY, one.name, clause, route, id=one.id)


def _customers(project: Project) -> Iterator[Obligation]:
    sales = project.contract.sales
    if sales and sales.customer_protection:
        route: Route = ("contract", "sales", "customer_protection")
        for side in BOTH:
            yield Obligation(
                side, ObligationKind.CUSTOMER, "", "customers", route,
                within=sales.customer_protection, after=ObligationEvent.REGISTRATION,
            )  # fmt: skip


def _covenants(contract: Contract, terms: Covenants, on: datetime.date) -> Iterator[Obligation]:
    end = Due(contract.term.end)

    def owed(side: Side, kind: ObligationKind, name: str, text: str = "") -> Obligation:
        return Obligation(side, kind, text, "covenants", ("contract", "covenants", name))

    if terms.non_compete:
        one = owed(Side.PARTY_B, ObligationKind.NON_COMPETE, "non_compete", terms.non_compete.scope)
        yield lasts(one, end, on)
    for kind in (ObligationKind.NON_SOLICIT_CUSTOMERS, ObligationKind.NON_SOLICIT_EMPLOYEES):
        if after := getattr(terms, kind.value):
            yield from (
                lasts(owed(side, kind, kind.value), end_of(end.day, after), on, dated=True) for side in BOTH
            )
    if terms.non_disparagement:
        bound = BOTH if terms.non_disparagement is Bound.BOTH else (Side.PARTY_B,)
        kind = ObligationKind.NON_DISPARAGEMENT
        yield from (lasts(owed(side, kind, kind.value), end, on) for side in bound)
    if terms.change_of_control:
        for side in BOTH:
            one = owed(side, ObligationKind.CONTROL_CHANGE, "change_of_control")
            yield replace(
                one,
                within=terms.change_of_control.notify_within,
                after=ObligationEvent.CONTROL_CHANGE,
            )
    if terms.audit:
        yield lasts(
            replace(owed(Side.PARTY_B, ObligationKind.RECORDS, "audit"), within=terms.audit.keep), end, on
        )
    if after_end := terms.post_termination_services:
        one = owed(
            Side.PARTY_B,
            ObligationKind.AFTER_SERVICES,
            "post_termination_services",
            after_end.services,
        )
        yield lasts(one, end_of(end.day, after_end.duration), on, dated=True)
    for index, insurance in enumerate(terms.insurance):
        one = owed(Side.PARTY_B, ObligationKind.INSURANCE, "insurance", insurance.kind)
        yield lasts(replace(one, route=(*one.route, index), amount=insurance.amount), end, on)


def _materials(project: Project, on: datetime.date) -> Iterator[Obligation]:
    """Yield what Party A lends and Party B gives back, and the materials of a contract for work."""
    contract, end = project.contract, Due(project.contract.term.end)
    handover = contract.termination.handover
    for index, one in enumerate(project.resources.materials if project.resources else ()):
        route: Route = ("resources", "materials", index)
        lent = Obligation(
            Side.PARTY_A, ObligationKind.MATERIAL, one.name, "annex-resources", route, id=one.id
        )
        yield stands(lent, None, on, met=True) if one.handed_over >= one.quantity else lasts(lent, end, on)
        back = replace(
            lent, party=Side.PARTY_B, kind=ObligationKind.MATERIAL_RETURN, clause="termination", within=handover
        )  # fmt: skip
        returned = one.returned >= one.handed_over > 0
        yield stands(back, end_of(end.day, handover) if handover else None, on, met=returned)
    work = contract.processing
    for index, text in enumerate(work.materials if work else ()):
        if work:
            route = ("contract", "processing", "materials", index)
            given = Obligation(work.materials_by, ObligationKind.MATERIAL, text, "processing", route)
            yield lasts(given, end, on)
            yield replace(
                given, party=other(work.materials_by), kind=ObligationKind.INSPECTION,
                within=work.inspect_within, after=ObligationEvent.MATERIAL,
            )  # fmt: skip


def _ends(project: Project, on: datetime.date) -> Iterator[Obligation]:
    contract, end = project.contract, project.contract.term.end
    notice, after = renewal_notice(project), contract.termination.handover
    if notice:
        for side in BOTH:
            route: Route = ("contract", "term", "renewal_notice")
            owed = Obligation(side, ObligationKind.NOTICE, contract.title, "term", route)
            yield stands(owed, notice, on, recorded=False)
    if after:
        route = ("contract", "termination", "handover")
        owed = Obligation(Side.PARTY_B, ObligationKind.HANDOVER, "", "termination", route)
        done = project.closing.handed_over_on if project.closing else None
        yield stands(owed, end_of(end, after), on, done, recorded=False)
    private = contract.personal_information
    if private and private.delete_within:
        route = ("contract", "personal_information", "delete_within")
        owed = Obligation(Side.PARTY_B, ObligationKind.DELETION, "", "personal-information", route)
        yield stands(owed, end_of(end, private.delete_within), on, recorded=False)
    yield from _secrets(project, on)


def _secrets(project: Project, on: datetime.date) -> Iterator[Obligation]:
    """Yield what those who are told secrets owe: by a one-way agreement that is one party, otherwise both."""
    contract, agreement = project.contract, project.contract.disclosure
    one_way = agreement is not None and agreement.direction is not Discloser.MUTUAL
    told = (other(Side(agreement.direction.value)),) if agreement and one_way else BOTH
    clause = "nda-duties" if project.project.kind is ProjectKind.NDA else "confidentiality"
    until = end_of(contract.term.end, contract.confidentiality.duration)
    for side in told:
        owed = Obligation(side, ObligationKind.CONFIDENTIALITY, "", clause, ("contract", "confidentiality"))
        yield lasts(owed, until, on, dated=True)
        if agreement:
            back = replace(
                owed, kind=ObligationKind.DELETION, clause="nda-return", route=("contract", "disclosure", "return_within")
            )  # fmt: skip
            yield stands(back, end_of(contract.term.end, agreement.return_within), on, recorded=False)
