"""What a demand is about is read from the ledger, as it stood on the day of the letter."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.derive.demands import demanded
from generator.load import Loaded
from generator.model.common import Side


def test_days_count_to_the_letter(samples: dict[str, Loaded]) -> None:
    project = samples["warehouse-system"].project
    assert project is not None
    (one,) = project.demands
    owed = demanded(project, one)
    assert owed is not None
    assert (owed.days, owed.obligation.party, owed.obligation.done_on) == (10, Side.PARTY_B, None)
    later = demanded(project, one, datetime.date(2026, 10, 1))
    assert later is not None
    assert later.obligation.done_on == datetime.date(2026, 9, 4)
    early = demanded(project, replace(one, issued_on=datetime.date(2026, 8, 10)))
    assert early is not None
    assert early.days == -4


def test_what_nobody_owes_is_nothing(samples: dict[str, Loaded]) -> None:
    project = samples["warehouse-system"].project
    assert project is not None
    (one,) = project.demands
    assert demanded(project, replace(one, deliverable="none")) is None
    assert demanded(project, replace(one, deliverable=None, milestone="m3")) is not None
    assert demanded(project, replace(one, deliverable=None, instalment="p6")) is not None
    assert demanded(project, replace(one, deliverable=None)) is None
