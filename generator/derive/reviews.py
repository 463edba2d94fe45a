"""Whether legal reviews let a contract be signed."""

from __future__ import annotations

from generator.model.support import LegalReview, ReviewVerdict


def stops(review: LegalReview) -> bool:
    """Return whether ``review`` keeps the contract from being signed: it blocks or rejects, and is not resolved."""
    return review.resolved_on is None and (review.blocking is True or review.verdict is ReviewVerdict.REJECT)
