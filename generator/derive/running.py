"""What the parties owe each other while the contract runs: reports, meetings and minutes, training, assessment."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from generator.derive.calendar import Due
from generator.derive.durations import end_of
from generator.derive.obligation import Obligation, ObligationEvent, ObligationKind, lasts, stands
from generator.derive.reporting import expected, received
from generator.diagnostics import Route
from generator.model.common import Side
from generator.model.meeting import Cadence, Meeting
from generator.model.performance import Evaluation
from generator.model.profile import ProjectKind
from generator.model.project import Project


def running(project: Project, on: datetime.date) -> Iterator[Obligation]:
    """Yield these obligations as they stand on the day ``on``.

    The contract names no party for the minutes: they are owed by the side that records them.
    """
    sides = _sides(project)
    end = Due(project.contract.term.end)
    for index in range(len(project.reports)):
        yield from _report(project, index, end, on)
    for index, cadence in enumerate(project.cadence):
        for side in Side:
            owed = Obligation(
                side, ObligationKind.MEETING, cadence.name, "meetings", ("cadence", index), every=cadence.frequency
            )  # fmt: skip
            yield lasts(owed, Due(cadence.end), on, dated=True)
    cadences = {cadence.id: cadence for cadence in project.cadence}
    for index, meeting in enumerate(project.meetings):
        if meeting.cadence in cadences and meeting.date <= on:
            side = sides.get(meeting.recorder, Side.PARTY_A)
            yield _minutes(meeting, cadences[meeting.cadence], side, index, on)
    if project.project.kind is ProjectKind.NDA:
        return  # it has neither annex nor article on what follows
    for index, training in enumerate(project.training):
        for side in Side:
            owed = Obligation(
                side, ObligationKind.TRAINING, training.topic, "annex-training", ("training", index),
                id=training.id, contact=training.trainer,
            )  # fmt: skip
            yield stands(owed, Due(training.date), on, met=training.attended is not None, recorded=False)
    yield from _assessment(project, sides, end, on)


def _sides(project: Project) -> dict[str, Side]:
    """Return the side of each contact that is of one."""
    of = {side.value: side for side in Side}
    return {one.id: of[one.party.value] for one in project.contacts if one.party.value in of}


def _report(project: Project, index: int, end: Due, on: datetime.date) -> Iterator[Obligation]:
    report = project.reports[index]
    owed = Obligation(
        Side.PARTY_B, ObligationKind.REPORT, report.name, "meetings", ("reports", index), id=report.id
    )
    rows = expected(project, index, on)
    for one in rows:
        each = replace(owed, route=one.route, period=one.period)
        yield stands(each, one.due, on, received(one.receipt, on))
    if not rows:
        text = f"{report.name}（{report.due_rule}）" if report.due_rule else report.name
        yield lasts(replace(owed, text=text), end, on)


def _minutes(meeting: Meeting, cadence: Cadence, side: Side, index: int, on: datetime.date) -> Obligation:
    owed = Obligation(
        side, ObligationKind.MINUTES, meeting.title, "meetings", ("meetings", index),
        within=cadence.minutes_within, paper=meeting.number, id=meeting.id, contact=meeting.recorder,
    )  # fmt: skip
    return stands(owed, end_of(meeting.date, cadence.minutes_within), on, meeting.issued_on)


def _assessment(
    project: Project, sides: dict[str, Side], end: Due, on: datetime.date
) -> Iterator[Obligation]:
    terms = project.assessment
    if project.kpis:
        owed = Obligation(
            Side.PARTY_A, ObligationKind.EVALUATION, "", "assessment", ("assessment",), every=terms.frequency
        )  # fmt: skip
        yield lasts(owed, end, on)
    for index, one in enumerate(project.evaluations):
        route: Route = ("evaluations", index)
        done = Obligation(
            Side.PARTY_A, ObligationKind.EVALUATION, "", "assessment", route, period=one.period, paper=one.id, id=one.id
        )  # fmt: skip
        yield stands(done, None, on, one.date)
        yield _reply(project, one, done, on)
        for at, wanted in enumerate(one.requirements):
            owed = Obligation(
                sides.get(wanted.owner, Side.PARTY_B), ObligationKind.REQUIREMENT, wanted.text, "assessment",
                (*route, "requirements", at), id=one.id, contact=wanted.owner,
            )  # fmt: skip
            yield stands(owed, Due(wanted.due), on, recorded=False)


def _reply(project: Project, one: Evaluation, done: Obligation, on: datetime.date) -> Obligation:
    """Return what Party B has to say by a day if it objects: silence counts as consent."""
    within = project.assessment.reply_within
    owed = replace(
        done, party=Side.PARTY_B, kind=ObligationKind.REPLY, within=within, after=ObligationEvent.EVALUATED
    )
    due = end_of(one.received_on, within) if one.received_on else None
    return stands(owed, due, on, met=one.party_b_reply is not None, recorded=False)
