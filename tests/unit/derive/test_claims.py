"""What claims come to: by the day, by a percentage, for each time, at most the cap; what is missing is named."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.derive.claims import debtor, working
from generator.load import Loaded
from generator.model.common import Side
from generator.model.project import Project
from generator.model.remedy import Claim

D = datetime.date


@pytest.fixture
def project(samples: dict[str, Loaded]) -> Project:
    found = samples["warehouse-system"].project
    assert found is not None
    return found


def claim(**facts: object) -> Claim:
    return Claim(id="c", date=D(2026, 9, 10), by=Side.PARTY_A, fact="x", **facts)  # type: ignore[arg-type]


def test_delay_counts_from_the_agreed_day_to_the_delivery(project: Project) -> None:
    made = working(project, claim(deliverable="d3", base=Decimal(520000)))
    assert (made.times, made.rate, made.due) == (21, Decimal("0.1"), D(2026, 8, 14))
    assert made.amount == Decimal("520000") * Decimal("0.001") * 21 == Decimal(10920)
    assert made.payable == made.amount < (made.cap or 0)


def test_a_signed_change_moves_the_day(project: Project) -> None:
    stone = claim(milestone="m5", base=Decimal(1000), until=D(2026, 11, 25))
    assert working(project, stone).due == D(2026, 11, 20)
    assert working(replace(project, changes=()), stone).due == D(2026, 11, 6)


def test_agreed_days_and_the_cap(project: Project) -> None:
    assert working(project, claim(deliverable="d4", base=Decimal(180000), days=8)).payable == Decimal(1440)
    made = working(project, claim(deliverable="d4", base=Decimal(180000), days=1000))
    assert made.amount == Decimal(180000)
    assert made.payable == Decimal(36000)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({"base": Decimal(6900), "percent": Decimal(20), "cap": Decimal(30000)}, "1380"),
        ({"base": Decimal(6900), "percent": Decimal(20), "cap": Decimal(1000)}, "1000"),
        ({"each": Decimal(2000), "count": 3, "cap": Decimal(5000)}, "5000"),
        ({"each": Decimal(2000)}, "2000"),
        ({"base": Decimal("33.33"), "percent": Decimal("1.5")}, "0.50"),
    ],
)
def test_by_an_item_of_the_contract(project: Project, facts: dict[str, Decimal], amount: str) -> None:
    assert working(project, claim(breach="b-quality", **facts)).payable == Decimal(amount)


def test_late_payment_runs_after_the_grace(project: Project) -> None:
    made = working(project, claim(instalment="p1", until=D(2026, 6, 1)))
    state = working(project, claim(instalment="p6", until=D(2028, 1, 31)))
    assert made.times == 0  # it was paid in time
    assert state.due == D(2027, 12, 27)  # the 25th is a Saturday
    assert state.times == 35
    assert state.payable == (state.base * Decimal("0.0003") * 35).quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"breach": "b-quality"}, "base"),
        ({"breach": "b-quality", "base": Decimal(1)}, "percent"),
        ({"deliverable": "d3"}, "base"),
        ({"deliverable": "d6", "base": Decimal(1)}, "until"),
        ({"deliverable": "none", "base": Decimal(1)}, "until"),
        ({"instalment": "p6"}, "until"),
        ({"instalment": "none"}, "instalment"),
    ],
)
def test_what_is_missing_is_named(project: Project, facts: dict[str, object], missing: str) -> None:
    made = working(project, claim(**facts))
    assert made.missing == missing
    assert made.payable == 0


def test_without_terms_there_are_no_damages(project: Project) -> None:
    bare = replace(
        project.contract, breach=replace(project.contract.breach, late_delivery=None, late_payment=None)
    )
    one = replace(project, contract=bare)
    assert working(one, claim(deliverable="d3", base=Decimal(1))).missing == "late_delivery"
    assert working(one, claim(instalment="p1")).missing == "late_payment"


def test_the_other_party_pays() -> None:
    assert debtor(claim(breach="x")) is Side.PARTY_B
    assert debtor(replace(claim(breach="x"), by=Side.PARTY_B)) is Side.PARTY_A
