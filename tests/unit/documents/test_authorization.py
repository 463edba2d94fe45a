"""The letter of authorisation: the five elements of Civil Code 165, as agreed, and no figure that customers need not see."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.documents.authorization import KIND
from generator.documents.kind import Rendered
from generator.locale import date_text
from generator.model.common import Permission
from generator.model.contract import MandateMode
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.sales import PriceAuthority

Make = Callable[..., Rendered]
Read = Callable[[Rendered], Any]


def changed(project: Project, part: str, **changes: object) -> Project:
    contract = project.contract
    return replace(project, contract=replace(contract, **{part: replace(getattr(contract, part), **changes)}))


def test_only_a_sales_agency_has_one(service: Project, agency: Project) -> None:
    assert KIND.items(service) == ()
    assert len(KIND.items(agency)) == 1
    assert KIND.items(replace(agency, contract=replace(agency.contract, sales=None))) == ()


def test_agent_matters_powers_period_and_seal(agency: Project, make: Make, read: Read) -> None:
    text = read(make(KIND, agency)).text
    contract, parties = agency.contract, agency.parties
    assert parties.party_a
    for party in (parties.party_a, parties.party_b):
        for fact in (party.name, party.id_number, party.domicile):
            assert fact in text
    for fact in (
        contract.number,
        contract.title,
        contract.subject.matter,
        *(one.title for one in contract.subject.items),
    ):
        assert fact in text
    assert contract.sales
    for fact in (*contract.sales.territory, date_text(contract.term.start), date_text(contract.term.end)):
        assert fact in text
    assert "委托人（盖章）" in text


@pytest.mark.parametrize(
    ("part", "changes", "there", "gone"),
    [
        ("subject", {"mode": MandateMode.SPECIAL}, "仅有权处理上列事项", "概括授权"),
        (
            "subject",
            {"mode": MandateMode.GENERAL, "general_scope": "拜访客户"},
            "包括但不限于拜访客户",
            "特别授权",
        ),
        ("work", {"sub_delegation": Permission.FORBIDDEN}, "受托人不得转委托。", "可以转委托"),
        ("work", {"sub_delegation": Permission.ALLOWED}, "受托人可以转委托", "不得转委托"),
        ("sales", {"collection_authority": Permission.FORBIDDEN}, "无权代收货款", "可以在委托人另行"),
        ("sales", {"collection_authority": Permission.ALLOWED}, "另行书面授权的范围内代收货款", "无权代收"),
        ("sales", {"price_authority": PriceAuthority.NONE}, "没有定价权", "授权的幅度内报价"),
        ("sales", {"price_authority": PriceAuthority.WITHIN_RANGE}, "授权的幅度内报价", "没有定价权"),
        ("term", {"end": datetime.date(2029, 2, 28)}, "2029年2月28日止", "2026年12月31日"),
    ],
)
def test_each_power_is_the_one_agreed(
    agency: Project, make: Make, read: Read, part: str, changes: dict[str, object], there: str, gone: str
) -> None:
    text = read(make(KIND, changed(agency, part, **changes))).text
    assert there in text
    assert gone not in text


def test_how_far_prices_may_go_is_not_shown(agency: Project, make: Make, read: Read) -> None:
    given = {"price_authority": PriceAuthority.WITHIN_RANGE, "price_range_percent": Decimal("7.25")}
    document = read(make(KIND, changed(agency, "sales", **given)))
    assert not [name for name, body in document.parts.items() if b"7.25" in body]


def test_a_draft_is_marked_as_one(agency: Project, make: Make, read: Read) -> None:
    draft = replace(agency, project=replace(agency.project, state=ProjectState.DRAFT))
    assert any("草".encode() in body for body in read(make(KIND, draft)).parts.values())
    assert not any("草　案".encode() in body for body in read(make(KIND, agency)).parts.values())
