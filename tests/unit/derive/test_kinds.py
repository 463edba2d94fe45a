"""What each kind of contract needs, prints and who pays."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from generator.derive.kinds import BY_MODE, NEEDS, missing, payee, payer, unused
from generator.load import Loaded
from generator.model.common import Side
from generator.model.contract import Contract
from generator.model.price import PaymentMode
from generator.model.profile import ProjectKind


def of(starters: dict[str, Loaded], kind: str) -> Contract:
    project = starters[kind].project
    assert project is not None
    return project.contract


def without(value: Any, path: str) -> Any:
    """Return ``value`` without what lies at ``path``."""
    name, _, rest = path.partition(".")
    old = getattr(value, name)
    empty = () if isinstance(old, tuple) else None
    return dataclasses.replace(value, **{name: without(old, rest) if rest else empty})


@pytest.mark.parametrize("kind", ProjectKind)
def test_the_example_of_a_kind_has_what_it_needs_and_nothing_else(
    starters: dict[str, Loaded], kind: ProjectKind
) -> None:
    assert starters[kind].diagnostics == ()
    assert list(missing(kind, of(starters, kind))) == []
    assert list(unused(kind, of(starters, kind))) == []


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind in ProjectKind for path in NEEDS[kind]])
def test_each_needed_fact_is_missed(starters: dict[str, Loaded], kind: ProjectKind, path: str) -> None:
    assert path in list(missing(kind, without(of(starters, kind), path)))


def test_what_lies_in_a_missing_part_is_not_told_apart(starters: dict[str, Loaded]) -> None:
    bare = without(of(starters, "distribution"), "sales")
    assert list(missing(ProjectKind.DISTRIBUTION, bare)) == ["sales"]


def test_a_way_of_payment_has_needs_of_its_own(starters: dict[str, Loaded]) -> None:
    bare = without(of(starters, "framework"), "payment.settlement")
    assert list(missing(ProjectKind.FRAMEWORK, bare)) == ["payment.settlement"]
    bare = without(of(starters, "work"), "payment.instalments")
    assert list(missing(ProjectKind.WORK, bare)) == ["payment.instalments"]
    assert set(BY_MODE) == set(PaymentMode)


def test_what_another_kind_prints_is_unused(starters: dict[str, Loaded]) -> None:
    contract = of(starters, "distribution")
    assert set(unused(ProjectKind.NDA, contract)) == {"sales", "goods", "orders", "price", "payment"}
    assert "sales.rebate" in list(unused(ProjectKind.SALES_AGENCY, contract))
    assert "milestones" in list(unused(ProjectKind.FRAMEWORK, of(starters, "technical_development")))


def test_the_distributor_pays() -> None:
    assert payer(ProjectKind.DISTRIBUTION) is Side.PARTY_B
    assert payee(ProjectKind.DISTRIBUTION) is Side.PARTY_A
    assert {payer(kind) for kind in ProjectKind if kind is not ProjectKind.DISTRIBUTION} == {Side.PARTY_A}
    assert all(payer(kind) is not payee(kind) for kind in ProjectKind)
