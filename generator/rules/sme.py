"""Payments that large enterprises and public bodies owe to small and medium enterprises, and how long they may take."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Route, Statute
from generator.law import cite
from generator.model.common import Duration, DurationUnit
from generator.model.party import EnterpriseSize, Party, PartyType
from generator.model.price import PaymentEvent
from generator.model.project import Project

SMALL = (EnterpriseSize.MEDIUM, EnterpriseSize.SMALL, EnterpriseSize.MICRO)
AFTER_DELIVERY = (PaymentEvent.DELIVERY, PaymentEvent.ACCEPTANCE, PaymentEvent.MONTHLY)


def sme_rules(article: str, quote: str) -> Statute:
    """Return a provision of the rules on payments to small and medium enterprises as revised in 2025."""
    return cite("保障中小企业款项支付条例", article, quote)


def is_public(party: Party | None) -> bool:
    """Return whether the party is an authority or a public institution."""
    return party is not None and party.type in (PartyType.PUBLIC_INSTITUTION, PartyType.GOVERNMENT)


def is_large(party: Party | None) -> bool:
    """Return whether the party is a large enterprise."""
    return party is not None and not is_public(party) and party.size is EnterpriseSize.LARGE


def is_small(party: Party) -> bool:
    """Return whether the party is a medium, small or micro enterprise."""
    return party.type is PartyType.COMPANY and party.size in SMALL


def payment_days(project: Project) -> Iterator[tuple[Route, str, int]]:
    """Yield route, name and greatest number of days of each payment that is due after delivery or settlement."""
    contract = project.contract
    for index, row in enumerate(contract.instalments):
        if row.event in AFTER_DELIVERY and row.within:
            yield ("contract", "payment", "instalments", index, "within"), row.name, longest(row.within)
    if contract.sales and contract.sales.commission:
        yield (
            ("contract", "sales", "commission", "pay_within"),
            "佣金",
            longest(contract.sales.commission.pay_within),
        )


def longest(duration: Duration) -> int:
    """Return the most days that a duration can take; for working days with every weekend but no holidays."""
    days = {
        DurationUnit.CALENDAR_DAYS: duration.count,
        DurationUnit.WORKING_DAYS: duration.count + 2 * -(-duration.count // 5),
        DurationUnit.MONTHS: 31 * duration.count,
        DurationUnit.YEARS: 366 * duration.count,
    }
    return days[duration.unit]
