"""What happened, day by day: every dated fact of a project in one list, each once, on the day that it happened."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from generator.derive.changes import signed
from generator.derive.periods import HELD, holding, span, within
from generator.diagnostics import Route
from generator.model.common import Period, PeriodKind, Side
from generator.model.meeting import ActionStatus
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.value import record


class EventKind(StrEnum):
    """What happened; the order is that of events on one day."""

    LOG = "log"
    MEETING = "meeting"
    ACTION_DONE = "action_done"
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    REACHED = "reached"
    PAID = "paid"
    REPORT_RECEIVED = "report_received"
    COMPLAINT_RECEIVED = "complaint_received"
    COMPLAINT_CLOSED = "complaint_closed"
    SURVEYED = "surveyed"
    TRAINED = "trained"
    EVALUATED = "evaluated"
    CHANGED = "changed"
    RISK_RAISED = "risk_raised"
    RISK_OCCURRED = "risk_occurred"
    MEASURE_DONE = "measure_done"
    VERIFIED = "verified"


@record
class Event:
    """One thing that happened; ``text`` are the record's own words, ``who`` a contact's id, a side or a name."""

    day: datetime.date
    kind: EventKind
    text: str
    who: str | Side
    id: str
    route: Route
    amount: Decimal | None = None
    period: Period | None = None


_RANK = {kind: rank for rank, kind in enumerate(EventKind)}


def journal(project: Project, first: datetime.date, last: datetime.date) -> tuple[Event, ...]:
    """Return what happened from ``first`` to ``last``, both included, by day."""
    found = (one for one in _events(project) if first <= one.day <= last)
    return tuple(sorted(found, key=lambda one: (one.day, _RANK[one.kind], one.id)))


def months(project: Project, on: datetime.date) -> tuple[Period, ...]:
    """Return the months of the term that have ended by the day ``on``; none before the contract is performed."""
    if project.project.state not in HELD and project.project.state is not ProjectState.SIGNING:
        return ()
    start, end = project.contract.term.start, project.contract.term.end
    first = span(holding(PeriodKind.MONTH, start))[0]
    last = span(holding(PeriodKind.MONTH, end))[1]
    return tuple(within(PeriodKind.MONTH, first, min(on, last)))


def _events(project: Project) -> Iterator[Event]:
    for at, one in enumerate(project.log):
        yield Event(one.date, EventKind.LOG, one.text, one.by, one.id, ("log", at))
    yield from _meetings(project)
    yield from _contract(project)
    yield from _papers(project)
    yield from _people(project)
    yield from _risks(project)


def _meetings(project: Project) -> Iterator[Event]:
    texts = {one.id: (one.text, one.owner) for meeting in project.meetings for one in meeting.actions}
    for at, one in enumerate(project.meetings):
        yield Event(one.date, EventKind.MEETING, one.title, one.chair, one.number, ("meetings", at))
        for index, note in enumerate(one.follow_ups):
            if note.status is ActionStatus.DONE and note.action in texts:
                text, owner = texts[note.action]
                route: Route = ("meetings", at, "follow_ups", index)
                yield Event(note.done_on or one.date, EventKind.ACTION_DONE, text, owner, note.action, route)


def _contract(project: Project) -> Iterator[Event]:
    contract = project.contract
    names = {one.id: one.name for one in (contract.payment.instalments if contract.payment else ())}
    for at, item in enumerate(contract.deliverables):
        route: Route = ("contract", "deliverables", at)
        if item.delivered_on:
            yield Event(item.delivered_on, EventKind.DELIVERED, item.name, Side.PARTY_B, item.id, route)
        if item.accepted_on:
            yield Event(item.accepted_on, EventKind.ACCEPTED, item.name, Side.PARTY_A, item.id, route)
    for at, stone in enumerate(contract.milestones):
        if stone.actual:
            route = ("contract", "milestones", at)
            yield Event(stone.actual, EventKind.REACHED, stone.name, Side.PARTY_B, stone.id, route)
    for at, paid in enumerate(project.payments):
        text = names.get(paid.instalment, paid.instalment)
        yield Event(paid.paid_on, EventKind.PAID, text, Side.PARTY_A, paid.id, ("payments", at), paid.amount)
    for change in signed(project):
        if change.agreed_on:
            route = ("changes", project.changes.index(change))
            yield Event(
                change.agreed_on, EventKind.CHANGED, change.title, change.raised_by, change.number, route
            )


def _papers(project: Project) -> Iterator[Event]:
    for at, report in enumerate(project.reports):
        for index, one in enumerate(report.received):
            if one.received_on:
                route: Route = ("reports", at, "received", index)
                yield Event(
                    one.received_on, EventKind.REPORT_RECEIVED, report.name, Side.PARTY_B, report.id, route,
                    period=one.period,
                )  # fmt: skip
    for at, found in enumerate(project.evaluations):
        route = ("evaluations", at)
        who = found.evaluators[0]
        yield Event(found.date, EventKind.EVALUATED, "", who, found.id, route, period=found.period)
    for at, better in enumerate(project.improvements):
        if better.verified_on:
            route = ("improvements", at)
            yield Event(
                better.verified_on, EventKind.VERIFIED, better.measure, better.owner, better.id, route
            )


def _people(project: Project) -> Iterator[Event]:
    feedback = project.feedback
    for at, survey in enumerate(feedback.surveys if feedback else ()):
        yield Event(
            survey.date,
            EventKind.SURVEYED,
            survey.summary or "",
            Side.PARTY_A,
            survey.id,
            ("feedback", "surveys", at),
        )
    for at, one in enumerate(feedback.complaints if feedback else ()):
        route: Route = ("feedback", "complaints", at)
        yield Event(one.received_on, EventKind.COMPLAINT_RECEIVED, one.text, one.complainant, one.id, route)
        if one.closed_on:
            text = one.result or one.text
            yield Event(one.closed_on, EventKind.COMPLAINT_CLOSED, text, one.owner, one.id, route)
    for at, training in enumerate(project.training):
        if training.attended is not None:
            route = ("training", at)
            yield Event(
                training.date, EventKind.TRAINED, training.topic, training.trainer, training.id, route
            )


def _risks(project: Project) -> Iterator[Event]:
    for at, risk in enumerate(project.risks):
        route: Route = ("risks", at)
        yield Event(risk.raised_on, EventKind.RISK_RAISED, risk.title, risk.owner, risk.id, route)
        for index, incident in enumerate(risk.incidents):
            where = (*route, "incidents", index)
            yield Event(incident.date, EventKind.RISK_OCCURRED, incident.text, risk.owner, risk.id, where)
        for index, measure in enumerate(risk.measures):
            if measure.done_on:
                where = (*route, "measures", index)
                yield Event(
                    measure.done_on, EventKind.MEASURE_DONE, measure.text, measure.owner, risk.id, where
                )
