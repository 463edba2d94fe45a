"""Rows of the contract's tables carry amounts, shares and the names behind ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.derive.money import Share
from generator.documents import contract_tables
from generator.model.project import Project
from generator.render.view import route_of, unwrap


def test_a_stated_percentage_is_shown_as_stated(agency: Project) -> None:
    rows = tuple(
        replace(row, amount=None, percent=Decimal("33.3")) if index == 0 else row
        for index, row in enumerate(agency.contract.payment.instalments)
    )
    payment = replace(agency.contract.payment, instalments=rows)
    made = contract_tables.instalments(replace(agency, contract=replace(agency.contract, payment=payment)))
    assert made[0].share == Share(Decimal("33.3"), True)
    assert made[1].share == Share(Decimal(20), True)


def test_events_lead_to_what_they_refer_to(project_of: Callable[[str], Project]) -> None:
    project = project_of("technical")
    for row, instalment in zip(
        contract_tables.instalments(project), project.contract.payment.instalments, strict=True
    ):
        assert (row.deliverable is not None) == (instalment.deliverable is not None)
        assert (row.milestone is not None) == (instalment.milestone is not None)
        if row.milestone is not None:
            assert unwrap(row.milestone).id == instalment.milestone


def test_rows_know_their_route(any_project: Project) -> None:
    for index, row in enumerate(contract_tables.deliverables(any_project)):
        assert route_of(row.deliverable) == ("contract", "deliverables", index)
    for index, row in enumerate(contract_tables.price_lines(any_project)):
        assert route_of(row.line) == ("contract", "price", "lines", index)
        assert row.amount == unwrap(row.line).amount or unwrap(row.line).amount is None


def test_grades_run_downwards_and_meet(any_project: Project) -> None:
    rows = contract_tables.grades(any_project)
    assert rows[0].below is None
    for upper, lower in pairwise(rows):
        assert lower.below == unwrap(upper.grade).min


def test_the_chair_is_not_an_attendee(any_project: Project) -> None:
    for row, rule in zip(contract_tables.meetings(any_project), any_project.cadence, strict=True):
        assert unwrap(row.chair).id == rule.chair
        assert rule.chair not in [unwrap(one).id for one in row.attendees]


def test_reports_name_who_receives_them(any_project: Project) -> None:
    for row, report in zip(contract_tables.reports(any_project), any_project.reports, strict=True):
        assert unwrap(row.recipient).id == report.recipient


def test_customers_are_not_contacts_of_the_contract(agency: Project) -> None:
    assert {unwrap(one).party.value for one in contract_tables.contacts(agency)} == {"party_a", "party_b"}
    assert len(contract_tables.contacts(agency)) < len(agency.contacts)
