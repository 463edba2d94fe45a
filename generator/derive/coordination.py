"""Who has a part in what: the duties that nobody has on a side, and where people who have left are still named."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.derive.actions import open_actions
from generator.derive.obligation import ObligationState
from generator.derive.obligations import obligations
from generator.diagnostics import Route
from generator.model.common import Side
from generator.model.coordination import DutyKind, Raci, Responsibility
from generator.model.project import Project

_OVER = (ObligationState.DONE, ObligationState.ENDED)
_KINDS = {kind.value: kind for kind in DutyKind}


def unassigned(project: Project, on: datetime.date) -> tuple[DutyKind, ...]:
    """Return the kinds of duties that are still owed on the day ``on`` and that no responsibility covers.

    Deliveries are covered where each deliverable has a responsibility of its own. Without any responsibility none is asked for.
    """
    if not project.responsibilities:
        return ()
    covered = {one.kind for one in project.responsibilities if one.kind}
    own = {one.deliverable for one in project.responsibilities if one.deliverable}
    owed: dict[DutyKind, None] = {}
    for one in obligations(project, on):
        kind = _KINDS.get(one.kind.value)
        apart = kind is DutyKind.DELIVERY and one.id in own
        if kind and kind not in covered and one.state not in _OVER and not apart:
            owed[kind] = None
    return tuple(owed)


def parts(one: Responsibility) -> Iterator[tuple[Side, Raci | None]]:
    """Yield what each side has of a responsibility."""
    yield Side.PARTY_A, one.party_a
    yield Side.PARTY_B, one.party_b


def people(side: Raci) -> Iterator[tuple[Route, str]]:
    """Yield everyone in one side's part, with the steps that lead there."""
    yield ("accountable",), side.accountable
    for name in ("responsible", "consulted", "informed"):
        for at, person in enumerate(getattr(side, name)):
            yield (name, at), person


def named(project: Project, on: datetime.date) -> Iterator[tuple[Route, str]]:
    """Yield everyone who is to do something from the day ``on``: in responsibilities, escalation, meetings, open actions."""
    for index, one in enumerate(project.responsibilities):
        for side, part in parts(one):
            if part:
                for route, person in people(part):
                    yield ("responsibilities", index, side.value, *route), person
    for index, step in enumerate(project.escalation):
        yield ("escalation", index, "party_a"), step.party_a
        yield ("escalation", index, "party_b"), step.party_b
    for index, cadence in enumerate(project.cadence):
        if cadence.end >= on:
            yield ("cadence", index, "chair"), cadence.chair
            yield from (
                (("cadence", index, "attendees", at), who) for at, who in enumerate(cadence.attendees)
            )
    for index, report in enumerate(project.reports):
        yield ("reports", index, "recipient"), report.recipient
    for action in open_actions(project, on):
        yield (*action.route, "owner"), action.owner
