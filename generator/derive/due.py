"""What is due: everything in a project that has a day by which someone must act, in one list."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from generator.derive.actions import held, open_actions
from generator.derive.cadences import schedule
from generator.derive.obligation import Obligation, ObligationKind, ObligationState, other
from generator.derive.obligations import obligations
from generator.derive.remedies import open_rectifications
from generator.diagnostics import Route
from generator.model.common import Period, Side
from generator.model.meeting import Meeting
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.model.value import record


class DueKind(StrEnum):
    """What a row of the list is about; the order is that of rows on one day."""

    TERM_END = "term_end"
    RENEWAL_NOTICE = "renewal_notice"
    SECURITY = "security"
    SECURITY_RETURN = "security_return"
    INVOICE = "invoice"
    INSTALMENT = "instalment"
    CONFIRMATION = "confirmation"
    ORDER = "order"
    ORDER_PAYMENT = "order_payment"
    TARGET = "target"
    MILESTONE = "milestone"
    DELIVERABLE = "deliverable"
    ACCEPTANCE = "acceptance"
    ACTION = "action"
    REQUIREMENT = "requirement"
    REPORT = "report"
    MINUTES = "minutes"
    REPLY = "reply"
    COMPLAINT = "complaint"
    IMPROVEMENT = "improvement"
    RISK_MEASURE = "risk_measure"
    RISK_REVIEW = "risk_review"
    RISK_ACCEPTANCE = "risk_acceptance"
    CERTIFICATE = "certificate"
    TRAINING = "training"
    MEETING = "meeting"
    RECTIFICATION = "rectification"
    DEMAND = "demand"
    HANDOVER = "handover"
    MATERIAL_RETURN = "material_return"
    DELETION = "deletion"


_OWED = {kind.value: kind for kind in DueKind} | {
    ObligationKind.PAYMENT: DueKind.INSTALMENT,
    ObligationKind.DELIVERY: DueKind.DELIVERABLE,
    ObligationKind.INSPECTION: DueKind.ACCEPTANCE,
    ObligationKind.NOTICE: DueKind.RENEWAL_NOTICE,
}
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

    It is the ledger of obligations by days, with what the parties keep beside the contract: actions, complaints, risks.
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
        for row in (*_owed(project, on), *_process(project, on), *_records(project), *_risks(project))
        if row.day is None or row.day <= last
    ]
    return tuple(sorted(rows, key=lambda row: (row.day or datetime.date.max, _RANK[row.kind], row.id)))


def next_meetings(project: Project, on: datetime.date) -> tuple[DueRow, ...]:
    """Return the next meeting of each cadence from the day ``on``: as the last meeting agreed it, else by rule."""
    past = [pair for pair in held(project) if pair[1].date <= on]
    rows = []
    for index, cadence in enumerate(project.cadence):
        own = [pair for pair in past if pair[1].cadence == cadence.id]
        row = _agreed(own, cadence.name, cadence.chair, cadence.id, on)
        dates = schedule(cadence, project)
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
    return DueRow(
        meeting.next.date,
        DueKind.MEETING,
        meeting.next.title or name,
        chair,
        ("meetings", index, "next"),
        identity,
    )


def fulfilled(project: Project, on: datetime.date) -> tuple[DueRow, ...]:
    """Return what was owed by the contract by some day and is done on the day ``on``, in the order of the ledger."""
    rows = (one for one in obligations(project, on) if one.state is ObligationState.DONE and one.due)
    return tuple(
        {(row.kind, row.route, row.day): row for row in (_of(one, project) for one in rows)}.values()
    )


def _owed(project: Project, on: datetime.date) -> Iterator[DueRow]:
    """Yield what is owed by the contract and not done, what both parties owe once, and the end of the term."""
    found, contract = dict[tuple[DueKind, Route, datetime.date | None], DueRow](), project.contract
    for one in obligations(project, on):
        if _is_due(one):
            row = _of(one, project)
            found.setdefault((row.kind, row.route, row.day), row)
    yield from found.values()
    if contract.term.end >= on:
        route: Route = ("contract", "term", "end")
        yield DueRow(contract.term.end, DueKind.TERM_END, contract.title, Side.PARTY_A, route)


def _of(one: Obligation, project: Project) -> DueRow:
    return DueRow(
        one.due, _OWED[one.kind], one.text or project.contract.title, one.owner, one.route, one.id, one.period,
        unpublished=one.unpublished,
    )  # fmt: skip


def _is_due(one: Obligation) -> bool:
    if one.state in (ObligationState.OPEN, ObligationState.OVERDUE):
        return True
    return one.state is ObligationState.WAITING and one.kind is ObligationKind.PAYMENT


def _process(project: Project, on: datetime.date) -> Iterator[DueRow]:
    for action in open_actions(project, on):
        yield DueRow(action.due, DueKind.ACTION, action.text, action.owner, action.route, action.id)
    if project.project.state is not ProjectState.CLOSED:
        yield from next_meetings(project, on)
    for at, one in open_rectifications(project):
        yield DueRow(
            one.due, DueKind.RECTIFICATION, one.problems[0].text, one.owner, ("rectifications", at), one.id
        )
    for at, letter in enumerate(project.demands):
        if letter.deadline >= on:
            yield DueRow(
                letter.deadline, DueKind.DEMAND, letter.demand, other(letter.by), ("demands", at), letter.id
            )


def _records(project: Project) -> Iterator[DueRow]:
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
