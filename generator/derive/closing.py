"""What keeps a project from being closed: everything that is still open and that nobody has agreed to leave over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from generator.derive.actions import open_actions
from generator.derive.improvements import ImprovementState, progress
from generator.derive.obligation import ObligationState
from generator.derive.obligations import obligations
from generator.derive.remedies import open_rectifications
from generator.derive.risk import live
from generator.diagnostics import Route
from generator.model.common import Side
from generator.model.project import Project
from generator.model.value import record


class OpenKind(StrEnum):
    """What is open; the order is that of the closing report."""

    OBLIGATION = "obligation"
    ACTION = "action"
    MATERIAL = "material"
    COMPLAINT = "complaint"
    RECTIFICATION = "rectification"
    CLAIM = "claim"
    IMPROVEMENT = "improvement"
    RISK = "risk"


@record
class OpenPoint:
    """Something that is still open; ``id`` is that of its record, ``who`` a contact's id or a side."""

    kind: OpenKind
    id: str
    text: str
    who: str | Side
    route: Route
    due: datetime.date | None = None


_OPEN = frozenset({ObligationState.OPEN, ObligationState.OVERDUE, ObligationState.WAITING})


def open_points(project: Project, on: datetime.date) -> tuple[OpenPoint, ...]:
    """Return what is open on the day ``on`` and not left over by agreement."""
    left = {one.refers for one in project.closing.left_over} if project.closing else set()
    return tuple(one for one in _points(project, on) if one.id not in left)


def _points(project: Project, on: datetime.date) -> Iterator[OpenPoint]:
    seen: set[str] = set()
    for owed in obligations(project, on):
        if owed.state in _OPEN and owed.id and owed.id not in seen and owed.route[0] != "resources":
            seen.add(owed.id)
            yield OpenPoint(OpenKind.OBLIGATION, owed.id, owed.text, owed.owner, owed.route, owed.due)
    for action in open_actions(project, on):
        yield OpenPoint(OpenKind.ACTION, action.id, action.text, action.owner, action.route, action.due)
    for at, item in enumerate(project.resources.materials if project.resources else ()):
        if item.handed_over > item.returned:
            route: Route = ("resources", "materials", at)
            yield OpenPoint(OpenKind.MATERIAL, item.id, item.name, Side.PARTY_B, route)
    for at, complaint in enumerate(project.feedback.complaints if project.feedback else ()):
        if complaint.closed_on is None:
            route = ("feedback", "complaints", at)
            yield OpenPoint(
                OpenKind.COMPLAINT, complaint.id, complaint.text, complaint.owner, route, complaint.due
            )
    yield from _remedies(project, on)
    for risk in live(project):
        route = ("risks", project.risks.index(risk))
        yield OpenPoint(OpenKind.RISK, risk.id, risk.title, risk.owner, route, risk.review_on)


def _remedies(project: Project, on: datetime.date) -> Iterator[OpenPoint]:
    for at, notice in open_rectifications(project):
        text = notice.problems[0].text
        yield OpenPoint(
            OpenKind.RECTIFICATION, notice.id, text, notice.owner, ("rectifications", at), notice.due
        )
    for at, claim in enumerate(project.claims):
        if claim.accepted_on is None or claim.settled_in is None:
            yield OpenPoint(OpenKind.CLAIM, claim.id, claim.fact, claim.by, ("claims", at))
    for at, one in enumerate(project.improvements):
        if progress(project, one, on).state is not ImprovementState.VERIFIED:
            yield OpenPoint(
                OpenKind.IMPROVEMENT, one.id, one.measure, one.owner, ("improvements", at), one.due
            )
