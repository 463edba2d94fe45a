"""Where one obligation stands: by its day, by what was done, and by what is recorded at all."""

from __future__ import annotations

import datetime

import pytest

from generator.derive.calendar import Due
from generator.derive.obligation import (
    Obligation,
    ObligationKind,
    ObligationState,
    lasts,
    other,
    stands,
)
from generator.model.common import Side

D = datetime.date
OWED = Obligation(Side.PARTY_B, ObligationKind.DELIVERY, "x", "delivery", ("contract",))
DAY = Due(D(2026, 3, 10), (2027,))


@pytest.mark.parametrize(
    ("on", "done", "options", "state", "overdue", "late"),
    [
        (D(2026, 3, 10), None, {}, "open", 0, 0),
        (D(2026, 3, 12), None, {}, "overdue", 2, 0),
        (D(2026, 3, 12), None, {"recorded": False}, "unrecorded", 0, 0),
        (D(2026, 3, 20), D(2026, 3, 11), {}, "done", 0, 1),
        (D(2026, 3, 20), D(2026, 3, 1), {}, "done", 0, 0),
        (D(2026, 3, 11), D(2026, 3, 12), {}, "overdue", 1, 0),  # what happened later does not count
        (D(2026, 3, 20), None, {"met": True}, "done", 0, 0),
    ],
)
def test_where_it_stands(
    on: D, done: D | None, options: dict[str, bool], state: str, overdue: int, late: int
) -> None:
    found = stands(OWED, DAY, on, done, **options)
    assert (found.state, found.days_overdue, found.days_late) == (state, overdue, late)
    assert (found.due, found.unpublished) == (DAY.day, (2027,))


def test_without_a_day_it_waits_unless_it_is_done() -> None:
    assert stands(OWED, None, D(2026, 3, 1)).state is ObligationState.WAITING
    assert stands(OWED, None, D(2026, 3, 1), D(2026, 2, 1)).state is ObligationState.DONE


def test_what_lasts_ends() -> None:
    assert lasts(OWED, DAY, D(2026, 3, 10)).state is ObligationState.LASTING
    assert lasts(OWED, DAY, D(2026, 3, 11)).state is ObligationState.ENDED
    assert lasts(OWED, DAY, D(2026, 3, 1)).due is None
    assert lasts(OWED, DAY, D(2026, 3, 1), dated=True).due == DAY.day


def test_who_owes_whom_and_who_acts() -> None:
    assert OWED.creditor is Side.PARTY_A is other(Side.PARTY_B)
    assert OWED.owner is Side.PARTY_B
