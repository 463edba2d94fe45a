"""Check D120: something is done before the contract is signed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, leaves, page, see

CODE = Code(
    "D120",
    Severity.WARNING,
    Text("事实早于合同签订", "something is done before the contract is signed"),
    page(
        Text(
            "交付、验收、里程碑达成、付款或者变更单签署的日期早于合同签订日。",
            "A deliverable is delivered or accepted, a milestone reached, a payment made or a change signed before the signing date.",
        ),
        Text(
            "多半是年份写错；确实先履行后签约的，合同自对方接受时成立，须有证据。",
            "Most often the year is wrong; where performance did come first, the contract is made when the other side accepts it, which needs proof.",
        ),
        "contract: {signing_date: 2026-02-26, deliverables: [{id: d1, delivered_on: 2025-04-08}]}",
        "contract: {signing_date: 2026-02-26, deliverables: [{id: d1, delivered_on: 2026-04-08}]}",
        Text(
            "改正日期；确实在先的，在鉴于条款中写明。",
            "Correct the date; where it did come first, say so in the recitals.",
        ),
    ),
    (civil_code("第四百九十条", "当事人一方已经履行主要义务，对方接受时，该合同成立"),),
)
FACTS = ("delivered_on", "accepted_on", "actual", "paid_on", "agreed_on")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each fact of the contract, its payments and changes before the signing date."""
    contract, signed = project.contract, project.contract.signing_date
    rows = (
        *leaves(contract.deliverables, ("contract", "deliverables"), datetime.date),
        *leaves(contract.milestones, ("contract", "milestones"), datetime.date),
        *leaves(project.payments, ("payments",), datetime.date),
        *leaves(project.changes, ("changes",), datetime.date),
    )
    for route, day in rows:
        if signed and route[-1] in FACTS and day < signed:
            message = Text(
                f"{route[-1]}: {day} 早于签订日 {signed}", f"{route[-1]}: {day} is before signing on {signed}"
            )
            related = [see("签订日", "the signing date", ("contract", "signing_date"))]
            yield found(CODE, message, Place(route), related=related)
