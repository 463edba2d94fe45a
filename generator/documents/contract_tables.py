"""Rows of the contract's tables that need more than one record: amounts, shares, names behind ids."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.derive.instalments import NOTHING, Month, Part, parts
from generator.derive.money import Share, line_amount, rate_of, security_amount, share_of
from generator.derive.payments import expected
from generator.model.common import Holder
from generator.model.contract import Contract
from generator.model.price import Currency
from generator.model.project import Project
from generator.model.value import record
from generator.render.view import View, view

ZERO = Decimal(0)


@record
class InstalmentRow:
    """One row of the payment schedule; ``deliverable`` and ``milestone`` are what its event refers to.

    ``month`` is the month that is paid, ``expected`` the day on which it falls due if its event keeps to the plan.
    """

    instalment: View
    amount: Decimal
    share: Share | None
    deliverable: View | None
    milestone: View | None
    month: Month | None
    expected: datetime.date | None
    change: Decimal


@record
class LineRow:
    """One price line with its amount, and its tax rate in percent."""

    line: View
    amount: Decimal
    rate: Decimal


@record
class SecurityRow:
    """One security with its amount, and the currency that this counts in."""

    security: View
    amount: Decimal
    currency: Currency


@record
class GradeRow:
    """One grade; ``below`` is the next higher grade's minimum, ``None`` for the highest."""

    grade: View
    below: Decimal | None


@record
class BonusRow:
    """One agreed item: at most so many ``points`` of a period, which it ``adds`` or deducts."""

    text: str
    points: Decimal
    adds: bool


@record
class DeliverableRow:
    """One deliverable with the milestone it belongs to."""

    deliverable: View
    milestone: View | None


@record
class MeetingRow:
    """One regular meeting with the people and milestones behind its ids; the chair is not among the attendees."""

    rule: View
    chair: View | None
    attendees: tuple[View, ...]
    milestones: tuple[View, ...]


@record
class ReportRow:
    """One written report with the person it goes to."""

    report: View
    recipient: View | None


def instalments(project: Project, added: Mapping[str, Decimal] = NOTHING) -> tuple[InstalmentRow, ...]:
    """Return the payment schedule; the amounts add up to gross where they are given in percent of all of it.

    What signed changes have ``added`` to an instalment is in its amount, and beside it as ``change``.
    """
    contract = project.contract
    found = _found(view(project))
    seen = view(project).contract.payment.instalments if contract.payment else ()
    return tuple(
        InstalmentRow(
            seen[part.index],
            part.amount,
            _share(contract, part),
            found.get(("deliverable", part.instalment.deliverable)),
            found.get(("milestone", part.instalment.milestone)),
            part.month,
            day.day if day else None,
            part.change,
        )
        for part, day in ((part, expected(contract, part)) for part in parts(contract, added))
    )


def _share(contract: Contract, part: Part) -> Share | None:
    percent = part.instalment.percent
    if percent is None or part.month:
        return share_of(part.amount, contract.gross or ZERO)
    return Share(percent, True)


def bonuses(project: Project) -> tuple[BonusRow, ...]:
    """Return the agreed items that add or deduct points in an assessment."""
    return tuple(
        BonusRow(one.text, abs(one.points_max), one.points_max >= 0) for one in project.assessment.bonuses
    )


def price_lines(project: Project) -> tuple[LineRow, ...]:
    """Return the price lines, each with quantity times unit price."""
    price = project.contract.price
    if price is None:
        return ()
    return tuple(
        LineRow(one, line_amount(line, price.currency), rate_of(price, line))
        for one, line in zip(view(project).contract.price.lines, price.lines, strict=True)
    )


def securities(project: Project) -> tuple[SecurityRow, ...]:
    """Return earnest money, deposits and bonds with their amounts."""
    contract, seen = project.contract, view(project).contract.securities
    return tuple(
        SecurityRow(one, security_amount(contract, security), contract.currency)
        for one, security in zip(seen, contract.securities, strict=True)
    )


def products(project: Project) -> tuple[View, ...]:
    """Return the goods with list prices: those sold in a territory, or those of a framework agreement."""
    contract = view(project).contract
    terms = project.contract.sales or project.contract.orders
    if terms is None or not terms.products:
        return ()
    return tuple(contract.sales.products if project.contract.sales else contract.orders.products)


def grades(project: Project) -> tuple[GradeRow, ...]:
    """Return the grades from the highest to the lowest."""
    ordered = sorted(view(project).assessment.grades, key=lambda grade: grade.min, reverse=True)
    bounds = (None, *(grade.min for grade in ordered[:-1]))
    return tuple(GradeRow(grade, below) for grade, below in zip(ordered, bounds, strict=True))


def contacts(project: Project) -> tuple[View, ...]:
    """Return the people of the two parties; others, such as customers, are no business of the contract."""
    return tuple(one for one in view(project).contacts if one.party in (Holder.PARTY_A, Holder.PARTY_B))


def deliverables(project: Project) -> tuple[DeliverableRow, ...]:
    """Return the deliverables in the order of the YAML."""
    found = _found(view(project))
    rows = zip(view(project).contract.deliverables, project.contract.deliverables, strict=True)
    return tuple(DeliverableRow(seen, found.get(("milestone", row.milestone))) for seen, row in rows)


def meetings(project: Project) -> tuple[MeetingRow, ...]:
    """Return the rules of regular meetings with the names behind their ids."""
    found = _found(view(project))
    rows = zip(view(project).cadence, project.cadence, strict=True)
    return tuple(
        MeetingRow(
            seen,
            found.get(("contact", row.chair)),
            tuple(found["contact", one] for one in row.attendees if one != row.chair),
            tuple(found["milestone", one] for one in row.milestones),
        )
        for seen, row in rows
    )


def reports(project: Project) -> tuple[ReportRow, ...]:
    """Return the written reports that Party B owes."""
    found = _found(view(project))
    rows = zip(view(project).reports, project.reports, strict=True)
    return tuple(ReportRow(seen, found.get(("contact", row.recipient))) for seen, row in rows)


def _found(project: Any) -> dict[tuple[str, str | None], View]:
    return dict(_named(project))


def _named(project: Any) -> Iterator[tuple[tuple[str, str], View]]:
    kinds = (
        ("contact", project.contacts),
        ("deliverable", project.contract.deliverables),
        ("milestone", project.contract.milestones),
    )
    yield from (((kind, one.id), one) for kind, all_of_kind in kinds for one in all_of_kind)
