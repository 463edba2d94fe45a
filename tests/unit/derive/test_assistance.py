"""Hours of support are counted around the clock, of both sides, against the promise."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from generator.derive.assistance import served
from generator.load import Loaded


def test_both_sides_against_their_promises(samples: dict[str, Loaded]) -> None:
    project = samples["service-desk-outsourcing"].project
    assert project is not None
    found = {one.request.id: one for one in served(project, project.project.as_of)}
    assert (found["sq-01"].response, found["sq-01"].resolution) == (Decimal("0.3"), Decimal("5.3"))
    assert (found["sq-01"].late_response, found["sq-01"].late_resolution) == (False, True)
    assert (found["sq-02"].response, found["sq-02"].resolution) == (Decimal("29.0"), Decimal("97.0"))
    assert not found["sq-03"].late_response
    assert not found["sq-03"].late_resolution
    assert found["sq-04"].response is None
    assert found["sq-04"].late_response


def test_an_open_request_is_late_when_its_time_has_passed(samples: dict[str, Loaded]) -> None:
    project = samples["service-desk-outsourcing"].project
    assert project is not None
    early = {one.request.id: one for one in served(project, datetime.date(2026, 10, 29))}
    assert not early["sq-04"].late_response
    assert served(replace(project, assistance=None), datetime.date(2026, 10, 29)) == ()
