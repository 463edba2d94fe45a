"""What a meeting has to talk about."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from generator.derive.briefing import matters, off_track, unsettled
from generator.derive.due import DueKind
from generator.model.common import Direction
from generator.model.project import Project

D = datetime.date


def test_decisions_wait_for_their_change_order(agency: Project) -> None:
    on = agency.project.as_of
    found = {row.decision.id: row.waiting for row in unsettled(agency, "monthly", on)}
    assert found == {"r-10-1": False, "r-10-2": True}
    unsigned = replace(agency, changes=())
    assert "r-07-1" in {row.decision.id for row in unsettled(unsigned, "monthly", on) if row.waiting}
    assert not unsettled(agency, "monthly", D(2026, 1, 1))


def test_only_the_last_value_counts(agency: Project) -> None:
    found = {row.kpi.id: (row.period.number, row.value) for row in off_track(agency, agency.project.as_of)}
    assert found["sales"] == (3, Decimal("98.9"))
    assert "new-customers" not in found
    earlier = {row.kpi.id: row.period.number for row in off_track(agency, D(2026, 9, 29))}
    assert earlier["sales"] == 2
    for row in off_track(agency, agency.project.as_of):
        worse = (
            row.value < row.kpi.target
            if row.kpi.direction is Direction.HIGHER
            else row.value > row.kpi.target
        )
        assert worse


def test_what_is_late_or_falls_due_before_the_meeting(agency: Project) -> None:
    on = agency.project.as_of
    reports = matters(agency, on, D(2026, 11, 16), (DueKind.REPORT,))
    assert [(row.id, row.days_overdue) for row in reports] == [("monthly-report", 54), ("monthly-report", 0)]
    far = matters(agency, on, D(2026, 12, 31), (DueKind.INSTALMENT,))
    assert [row.day for row in far] == [D(2026, 12, 28)]


def test_party_a_s_own_risks_stay_with_party_a(agency: Project) -> None:
    found = {row.id for row in matters(agency, agency.project.as_of, D(2026, 12, 31), (DueKind.RISK_REVIEW,))}
    assert "R-01" in found, "Party B owns it"
    assert "R-10" in found, "a meeting raised it"
    assert not found & {"R-07", "R-09"}
