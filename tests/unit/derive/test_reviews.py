"""Which legal reviews keep a contract from being signed."""

from __future__ import annotations

import datetime

import pytest

from generator.derive.reviews import stops
from generator.model.support import LegalReview, ReviewVerdict

DAY = datetime.date(2026, 1, 5)


@pytest.mark.parametrize(
    ("verdict", "blocking", "resolved", "wanted"),
    [
        (None, None, None, False),
        (None, True, None, True),
        (None, True, DAY, False),
        (ReviewVerdict.APPROVE, False, None, False),
        (ReviewVerdict.APPROVE_WITH_CHANGES, None, None, False),
        (ReviewVerdict.REJECT, None, None, True),
        (ReviewVerdict.REJECT, False, None, True),
        (ReviewVerdict.REJECT, None, DAY, False),
    ],
)
def test_what_blocks_or_rejects_stops_until_it_is_resolved(
    verdict: ReviewVerdict | None, blocking: bool | None, resolved: datetime.date | None, wanted: bool
) -> None:
    review = LegalReview(
        id="lr-1",
        date=DAY,
        reviewer="法务部",
        opinion="意见",
        verdict=verdict,
        blocking=blocking,
        resolved_on=resolved,
    )
    assert stops(review) is wanted
