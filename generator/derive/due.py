"""What is due: everything in a project that has a day by which someone must act, in one list."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from generator.derive.actions import held, open_actions
from generator.derive.cadences import schedule
from generator.derive.calendar import Due
from generator.derive.durations import ahead_of, end_of
from generator.derive.payments import PaymentState, instalment_states
from generator.diagnostics import Route
from generator.model.common import Period, Side
from generator.model.contract import Renewal
from generator.model.meeting import Meeting
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.model.value import record


class DueKind(StrEnum):
    """What a row of the list is about; the order is that of rows on one day."""

    TERM_END = "term_end"
    RENEWAL_NOTICE = "renewal_notice"
    INSTALMENT = "instalment"
    MILESTONE = "milestone"
    DELIVERABLE = "deliverable"
    ACCEPTANCE = "acceptance"
    ACTION = "action"
    REQUIREMENT = "requirement"
    REPORT = "report"
    COMPLAINT = "complaint"
    IMPROVEMENT = "improvement"
    RISK_MEASURE = "risk_measure"
    RISK_REVIEW = "risk_review"
    RISK_ACCEPTANCE = "risk_acceptance"
    CERTIFICATE = "certificate"
    TRAINING = "training"
    MEETING = "meeting"


_RANK = {kind: rank for rank, kind in enumerate(DueKind)}
OPEN_WINDOW = 30


@record
class DueRow:
    """One thing that is due.

    ``day`` is ``None`` for an instalment whose event has not happened. ``text`` are the record's own words, ``id`` its
    id or, where it has none, that of the record it belongs to. ``owner`` is a contact’s id, a side, or a name. ``unpublished``
    are the years whose arrangement of holidays the day relies on.
    """

    day: datetime.date | None
    kind: DueKind
    text: str
    owner: str | Side
    route: Route
    id: str = ""
    period: Period | None = None
    days_overdue: int = 0
    unpublished: tuple[int, ...] = ()


def due(project: Project, on: datetime.date, window: int = OPEN_WINDOW) -> tuple[DueRow, ...]:
    """Return what is overdue on the day ``on`` and what falls due within ``window`` days, by day; undated rows come last.

    Only what the project states or what follows from it by a period is in the list. Things without a record of being
    done (requirements of an evaluation, the notice on renewal) are in it until their day has passed, never as overdue.
    """
    last = on + min(datetime.timedelta(days=window), datetime.date.max - on)
    rows = [
        DueRow(
            row.day,
            row.kind,
            row.text,
            row.owner,
            row.route,
            row.id,
            row.period,
            _late(row.day, on),
            row.unpublished,
        )
        for row in (*_contract(project, on), *_process(project, on), *_records(project, on), *_risks(project))
        if row.day is None or row.day <= last
    ]
    return tuple(sorted(rows, key=lambda row: (row.day or datetime.date.max, _RANK[row.kind], row.id)))


def renewal_notice(project: Project) -> Due | None:
    """Return the last day for the notice on renewal, ``None`` where the contract asks for none."""
    term = project.contract.term
    if term.renewal is Renewal.NONE or term.renewal_notice is None:
        return None
    return ahead_of(term.end, term.renewal_notice)


def next_meetings(project: Project, on: datetime.date) -> tuple[DueRow, ...]:
    """Return the next meeting of each cadence from the day ``on``: as the last meeting agreed it, else by rule."""
    past = [pair for pair in held(project) if pair[1].date <= on]
    rows = []
    for index, cadence in enumerate(project.cadence):
        own = [pair for pair in past if pair[1].cadence == cadence.id]
        row = _agreed(own, cadence.name, cadence.chair, cadence.id, on)
        dates = schedule(cadence)
        if row is None and dates is not None:
            been = {meeting.date for _, meeting in own}
            coming = (one for one in dates.occurrences if one.held_on >= on and one.held_on not in been)
            if found := next(coming, None):
                row = DueRow(
                    found.held_on, DueKind.MEETING, cadence.name, cadence.chair, ("cadence", index), cadence.id,
                    unpublished=found.unpublished,
                )  # fmt: skip
        rows += [row] if row else []
    other = [pair for pair in past if pair[1].cadence is None]
    if other:
        last = other[-1][1]
        row = _agreed(other, last.title, last.chair, last.id, on)
        rows += [row] if row and row.day not in {one.day for one in rows} else []
    return tuple(rows)


def _late(day: datetime.date | None, on: datetime.date) -> int:
    return max(0, (on - day).days) if day else 0


def _agreed(
    meetings: list[tuple[int, Meeting]], name: str, chair: str, identity: str, on: datetime.date
) -> DueRow | None:
    """Return the meeting that the last of ``meetings`` agreed on, if it is still to come."""
    index, meeting = meetings[-1] if meetings else (0, None)
    if meeting is None or meeting.next is None or meeting.next.date <= meeting.date or meeting.next.date < on:
        return None
    return DueRow(meeting.next.date, DueKind.MEETING, name, chair, ("meetings", index, "next"), identity)


def _contract(project: Project, on: datetime.date) -> Iterator[DueRow]:
    contract, term = project.contract, project.contract.term
    for state in instalment_states(project, on):
        if state.state is not PaymentState.PAID and not state.explained:
            row, day = state.instalment, state.due
            yield DueRow(
                day.day if day else None, DueKind.INSTALMENT, state.name, Side.PARTY_A, state.route, row.id,
                unpublished=day.unpublished if day else (),
            )  # fmt: skip
    for index, stone in enumerate(contract.milestones):
        if stone.actual is None:
            route: Route = ("contract", "milestones", index)
            yield DueRow(stone.planned, DueKind.MILESTONE, stone.name, Side.PARTY_B, route, stone.id)
    for index, item in enumerate(contract.deliverables):
        route = ("contract", "deliverables", index)
        if item.delivered_on is None:
            yield DueRow(item.due, DueKind.DELIVERABLE, item.name, Side.PARTY_B, route, item.id)
        elif item.accepted_on is None and contract.inspection:
            day = end_of(item.delivered_on, contract.inspection)
            yield DueRow(
                day.day,
                DueKind.ACCEPTANCE,
                item.name,
                Side.PARTY_A,
                route,
                item.id,
                unpublished=day.unpublished,
            )
    notice = renewal_notice(project)
    title = contract.title
    if notice and notice.day >= on:
        route = ("contract", "term", "renewal_notice")
        yield DueRow(
            notice.day, DueKind.RENEWAL_NOTICE, title, Side.PARTY_A, route,
            unpublished=notice.unpublished,
        )  # fmt: skip
    if term.end >= on:
        yield DueRow(term.end, DueKind.TERM_END, title, Side.PARTY_A, ("contract", "term", "end"))


def _process(project: Project, on: datetime.date) -> Iterator[DueRow]:
    for action in open_actions(project, on):
        yield DueRow(action.due, DueKind.ACTION, action.text, action.owner, action.route, action.id)
    for index, report in enumerate(project.reports):
        for at, receipt in enumerate(report.received):
            if receipt.received_on is None:
                route: Route = ("reports", index, "received", at)
                yield DueRow(
                    receipt.due, DueKind.REPORT, report.name, Side.PARTY_B, route, report.id, receipt.period
                )
    if project.project.state is not ProjectState.CLOSED:
        yield from next_meetings(project, on)
    for index, evaluation in enumerate(project.evaluations):
        for at, wanted in enumerate(evaluation.requirements):
            if wanted.due >= on:
                route = ("evaluations", index, "requirements", at)
                yield DueRow(wanted.due, DueKind.REQUIREMENT, wanted.text, wanted.owner, route, evaluation.id)


def _records(project: Project, on: datetime.date) -> Iterator[DueRow]:
    for index, complaint in enumerate(project.feedback.complaints if project.feedback else ()):
        if complaint.closed_on is None:
            route: Route = ("feedback", "complaints", index)
            yield DueRow(
                complaint.due, DueKind.COMPLAINT, complaint.text, complaint.owner, route, complaint.id
            )
    for index, better in enumerate(project.improvements):
        if better.verified_on is None:
            route = ("improvements", index)
            yield DueRow(better.due, DueKind.IMPROVEMENT, better.measure, better.owner, route, better.id)
    for index, person in enumerate(project.resources.people if project.resources else ()):
        if person.qualification_expires:
            text = f"{person.name}：{person.qualification}" if person.qualification else person.name
            route = ("resources", "people", index)
            yield DueRow(
                person.qualification_expires, DueKind.CERTIFICATE, text, Side.PARTY_B, route, person.id
            )
    for index, training in enumerate(project.training):
        if training.date >= on and training.attended is None:
            route = ("training", index)
            yield DueRow(
                training.date, DueKind.TRAINING, training.topic, training.trainer, route, training.id
            )


def _risks(project: Project) -> Iterator[DueRow]:
    for index, risk in enumerate(project.risks):
        if risk.status is RiskStatus.CLOSED:
            continue
        route: Route = ("risks", index)
        yield DueRow(risk.review_on, DueKind.RISK_REVIEW, risk.title, risk.owner, route, risk.id)
        if risk.acceptance:
            day, where = risk.acceptance.expires, (*route, "acceptance")
            yield DueRow(day, DueKind.RISK_ACCEPTANCE, risk.title, risk.acceptance.approver, where, risk.id)
        for at, measure in enumerate(risk.measures):
            if measure.done_on is None:
                where = (*route, "measures", at)
                yield DueRow(measure.due, DueKind.RISK_MEASURE, measure.text, measure.owner, where, risk.id)
