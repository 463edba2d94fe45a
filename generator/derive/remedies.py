"""Notices to rectify that are not settled yet."""

from __future__ import annotations

from generator.model.project import Project
from generator.model.remedy import RecheckResult, Rectification


def open_rectifications(project: Project) -> tuple[tuple[int, Rectification], ...]:
    """Return, with its index, each notice that is neither answered as done nor passed a re-check.

    One whose last re-check failed is open again, until a later notice takes its place.
    """
    return tuple((at, one) for at, one in enumerate(project.rectifications) if not _settled(project, one))


def _settled(project: Project, one: Rectification) -> bool:
    if one.rechecks:
        last = one.rechecks[-1]
        replaced = any(each.issued_on >= last.date for each in project.rectifications if each.id != one.id)
        return replaced or last.result is RecheckResult.PASSED
    return one.reply is not None and one.reply.done_on is not None
