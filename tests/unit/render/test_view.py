"""Views: attributes only, routes, missing values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from jinja2 import Undefined

from generator.render.view import Hole, Missing, View, members, route_of, unwrap, view


class Kind(StrEnum):
    OUTSOURCING = "outsourcing"


@dataclass(frozen=True, slots=True)
class Money:
    amount: Decimal
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    kind: Kind
    since: datetime.date
    bond: Money | None = None
    fees: tuple[Money, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> Money:
        return Money(sum((fee.amount for fee in self.fees), Decimal(0)))

    def method(self) -> str:
        return "no template may call this"


PARTY = Party("甲", Kind.OUTSOURCING, datetime.date(2026, 1, 1), fees=(Money(Decimal(1)),), names={"en": "A"})


@pytest.fixture
def party() -> Any:
    return view(PARTY, ("party",))


def test_scalars_are_what_they_are(party: Any) -> None:
    assert (party.name, party.kind, party.since) == ("甲", Kind.OUTSOURCING, PARTY.since)
    assert view(Decimal("1.50")) == Decimal("1.50")


def test_routes_follow_fields_indexes_and_keys(party: Any) -> None:
    assert route_of(party.fees) == ("party", "fees")
    assert route_of(party.fees[0]) == ("party", "fees", 0)
    assert [route_of(fee) for fee in party.fees] == [("party", "fees", 0)]
    assert route_of(party.names) == ("party", "names")
    assert route_of(party.names.zh) == ("party", "names", "zh")
    assert route_of(party.total) == ("party",)  # computed: it stands nowhere itself
    assert route_of(view(PARTY, None).fees[0]) is None


def test_sequences_have_length_truth_and_items(party: Any) -> None:
    assert len(party.fees) == 1
    assert party.fees
    assert not view(())
    assert party.fees[-1].amount == 1
    assert isinstance(party.fees[1], Missing)


def test_mappings_give_values_and_entries(party: Any) -> None:
    assert party.names.en == "A"
    assert party.names["en"] == "A"
    assert "en" in party.names
    assert [(entry.key, entry.value) for entry in party.names] == [("en", "A")]


@pytest.mark.parametrize("name", ["method", "nam", "__init__", "_value_", "__html__", "__call__"])
def test_only_fields_and_properties_exist(party: Any, name: str) -> None:
    if name == "__init__":  # the view's own; the template language refuses the underscore
        assert party.__init__.__self__ is party
        return
    with pytest.raises(AttributeError):
        getattr(party, name)


def test_nothing_can_be_changed(party: Any) -> None:
    with pytest.raises(AttributeError):
        party.name = "乙"
    with pytest.raises(AttributeError):
        del party.name


def test_views_of_equal_values_are_equal(party: Any) -> None:
    assert party == view(PARTY, None)
    assert party.fees[0] == Money(Decimal(1))
    assert hash(party.fees[0]) == hash(Money(Decimal(1)))
    assert unwrap(party) is PARTY
    assert view(party) is party


def test_missing_is_falsy_and_unequal_and_keeps_the_route(party: Any) -> None:
    bond = party.bond
    assert isinstance(bond, Missing)
    assert isinstance(bond, Undefined)
    assert not bond
    assert bond != bond.amount
    assert bond.amount.deeper.route == ("party", "bond")


@pytest.mark.parametrize("use", [str, list, len, int, lambda x: x + 1, lambda x: x < 1, lambda x: 1 in x])
def test_missing_raises_a_hole_when_used(party: Any, use: Any) -> None:
    with pytest.raises(Hole) as caught:
        use(party.bond)
    assert caught.value.route == ("party", "bond")


def test_other_objects_are_refused() -> None:
    for value in ({1, 2}, object(), b"bytes", print):
        with pytest.raises(TypeError):
            view(value)


def test_members_are_named_for_messages(party: Any) -> None:
    assert "fees" in members(party)
    assert members(party.names) == ("en",)
    assert members(party.fees) == ()
    assert isinstance(party, View)
