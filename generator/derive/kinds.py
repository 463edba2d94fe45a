"""What a contract of each kind needs, which parts of the contract it prints, and which party pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.common import Side
from generator.model.contract import Contract
from generator.model.price import PaymentMode
from generator.model.profile import ProjectKind as Kind

_PAID = ("price", "payment", "breach.late_payment")
_TASK = (
    *("subject.items", "subject.place", "subject.method", "work", "acceptance", "intellectual_property"),
    *("payment.early_end_fee", "termination.handover", *_PAID),
)
_MANDATE = ("subject.mode", *_TASK)
_AGENT = ("subject.items", "subject.place", "subject.method", "sales", "sales.commission", *_PAID)

NEEDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.SALES_AGENCY: (
        *_MANDATE,
        "sales",
        "sales.commission",
        "sales.price_authority",
        "sales.collection_authority",
    ),
    Kind.COMMISSION_AGENCY: (*_AGENT, "work", "sales.price_authority", "termination.handover"),
    Kind.INTERMEDIARY: (*_AGENT, "sales.customer_protection"),
    Kind.DISTRIBUTION: ("sales", "sales.discount_percent", "goods", "orders", *_PAID),
    Kind.SERVICE_OUTSOURCING: _MANDATE,
    Kind.TECHNICAL_SERVICE: _MANDATE,
    Kind.TECHNICAL_DEVELOPMENT: (*_TASK, "development"),
    Kind.WORK: (*_TASK, "processing"),
    Kind.PURCHASE: ("goods", "price.gross", "price.lines", "subject.place", *_PAID),
    Kind.FRAMEWORK: ("goods", "orders", "orders.products", *_PAID),
    Kind.NDA: ("disclosure",),
}
"""Facts of the contract, as paths below it, without which a contract of the kind is not one."""

BY_MODE: Mapping[PaymentMode, tuple[str, ...]] = {
    PaymentMode.ONCE: ("price.gross", "payment.instalments"),
    PaymentMode.INSTALMENTS: ("price.gross", "payment.instalments"),
    PaymentMode.PER_ORDER: ("payment.settlement",),
    PaymentMode.COMMISSION: ("sales.commission",),
}
"""Facts that a way of payment needs."""

_RESULTS = ("deliverables", "milestones", "quality")
_MAY: Mapping[Kind, tuple[str, ...]] = {
    Kind.SALES_AGENCY: (*_RESULTS, "personal_information", "sales.customer_protection"),
    Kind.COMMISSION_AGENCY: ("intellectual_property", "personal_information"),
    Kind.INTERMEDIARY: (
        *("intellectual_property", "personal_information", "payment.early_end_fee"),
        "termination.handover",
    ),
    Kind.DISTRIBUTION: (
        *("quality", "personal_information", "sales.rebate", "sales.customer_protection"),
        "termination.handover",
    ),
    Kind.SERVICE_OUTSOURCING: (*_RESULTS, "personal_information"),
    Kind.TECHNICAL_SERVICE: (*_RESULTS, "personal_information"),
    Kind.TECHNICAL_DEVELOPMENT: (*_RESULTS, "personal_information"),
    Kind.WORK: _RESULTS,
    Kind.PURCHASE: (*_RESULTS, "subject.items", "termination.handover"),
    Kind.FRAMEWORK: ("quality",),
    Kind.NDA: (),
}
_DEPENDING = (
    *("subject.mode", "subject.items", "work", "deliverables", "milestones", "quality"),
    *("sales", "sales.commission", "sales.rebate", "sales.discount_percent", "sales.price_authority"),
    *("sales.collection_authority", "sales.customer_protection", "goods", "orders", "orders.products"),
    *("development", "processing", "disclosure", "price", "payment", "acceptance"),
    *("intellectual_property", "personal_information"),
)
_SELLING = frozenset({Kind.DISTRIBUTION})
SERVICES = frozenset(
    {Kind.SERVICE_OUTSOURCING, Kind.TECHNICAL_SERVICE, Kind.TECHNICAL_DEVELOPMENT, Kind.WORK}
)
"""Kinds in which Party B works for results that have a quality."""


def payer(kind: Kind) -> Side:
    """Return the party that pays the price: the client, but where it supplies a distributor the other."""
    return Side.PARTY_B if kind in _SELLING else Side.PARTY_A


def payee(kind: Kind) -> Side:
    """Return the party that is paid: the one that is not the payer."""
    return Side.PARTY_A if kind in _SELLING else Side.PARTY_B


def missing(kind: Kind, contract: Contract) -> Iterator[str]:
    """Yield the path of each fact that a contract of ``kind``, or its way of payment, needs and does not have."""
    mode = BY_MODE[contract.payment.mode] if contract.payment else ()
    gone = list[str]()
    for path in dict.fromkeys((*NEEDS[kind], *mode)):
        if not _has(contract, path) and not any(path.startswith(f"{one}.") for one in gone):
            gone.append(path)
            yield path


def unused(kind: Kind, contract: Contract) -> Iterator[str]:
    """Yield the path of each part of ``contract`` that no clause for ``kind`` prints, the largest part alone."""
    printed, gone = {*NEEDS[kind], *_MAY[kind]}, set[str]()
    for path in _DEPENDING:
        if path not in printed and path.partition(".")[0] not in gone and _has(contract, path):
            gone.add(path)
            yield path


def _has(contract: Contract, path: str) -> bool:
    part: object = contract
    for name in path.split("."):
        part = getattr(part, name)
        if part is None or part == ():
            return False
    return True
