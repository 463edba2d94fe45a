"""Prices and days around changes of the contract."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from generator.derive.changes import Moved, date_changes, moved, price_change, price_now, signed
from generator.load import Loaded
from generator.model.change import Change, ChangedDate, ChangeItem, ChangeStatus
from generator.model.common import Side
from generator.model.project import Project

DAY = datetime.date(2026, 5, 6)


def change(identity: str, price: str | None, day: datetime.date | None) -> Change:
    return Change(
        id=identity,
        number=identity,
        title="变更",
        raised_on=datetime.date(2026, 5, 1),
        raised_by=Side.PARTY_A,
        reason="需要",
        items=(ChangeItem(about="事项", after="新约定"),),
        price=None if price is None else Decimal(price),
        status=ChangeStatus.AGREED if day else ChangeStatus.PROPOSED,
        agreed_on=day,
    )


@pytest.fixture
def project(starters: dict[str, Loaded]) -> Project:
    found = starters["work"].project
    assert found is not None
    return found


def test_signed_changes_follow_each_other(project: Project) -> None:
    one, two, three = change("a", "100.01", DAY), change("b", "-50", DAY), change("c", "7", None)
    gross = project.contract.gross
    assert gross is not None
    for order in permutations((one, two, three)):
        now = replace(project, changes=order)
        steps = {each.id: price_change(now, each) for each in order}
        assert all(step and step.after == step.before + step.change for step in steps.values())
        assert all(
            step and (step.original, step.before) == (gross, gross + step.earlier) for step in steps.values()
        )
        first, second = sorted((one, two), key=order.index)
        assert signed(now) == [first, second]
        assert steps[first.id].before == gross  # type: ignore[union-attr]
        assert steps[second.id].before == steps[first.id].after  # type: ignore[union-attr]
        assert steps["c"].before == gross + Decimal("50.01")  # type: ignore[union-attr]
        assert price_now(now) == gross + Decimal("50.01")


def test_a_contract_without_a_total_has_no_price_to_change(starters: dict[str, Loaded]) -> None:
    found = starters["framework"].project
    assert found is not None
    assert price_change(found, change("a", "1", DAY)) is None
    assert price_now(found) is None


def test_days_are_told_before_and_after(project: Project) -> None:
    item = project.contract.deliverables[0]
    now = replace(
        change("a", None, None),
        dates=(
            ChangedDate(deliverable=item.id, date=item.due + datetime.timedelta(days=9)),
            ChangedDate(term=True, date=project.contract.term.end - datetime.timedelta(days=1)),
        ),
    )
    first, second = date_changes(project, now)
    assert (first.name, first.before, first.days) == (item.name, item.due, 9)
    assert (second.name, second.before, second.days) == (None, project.contract.term.end, -1)


def test_a_second_change_moves_the_day_of_the_first(project: Project) -> None:
    item, week = project.contract.deliverables[0], datetime.timedelta(days=7)
    days = [item.due + week, item.due + 3 * week, item.due + 2 * week]
    first, second, proposed = (
        replace(change(name, None, day), dates=(ChangedDate(deliverable=item.id, date=new),))
        for name, day, new in zip("abc", (DAY, DAY + week, None), days, strict=True)
    )
    now = replace(project, changes=(second, proposed, first))
    around = [date_changes(now, one)[0] for one in (first, second, proposed)]
    assert [(one.before, one.days) for one in around] == [(item.due, 7), (days[0], 14), (days[1], -7)]
    assert moved(now) == {("deliverable", item.id): Moved(days[1], "b")}
    assert moved(project) == {}
