"""What is owed while the contract runs: reports, minutes, training, assessment; from the records alone."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.derive.obligation import Obligation, ObligationKind, ObligationState
from generator.derive.running import running
from generator.model.common import Side
from generator.model.profile import ProjectKind
from generator.model.project import Project

D = datetime.date


def of(project: Project, kind: ObligationKind, on: D | None = None) -> list[Obligation]:
    return [one for one in running(project, on or project.project.as_of) if one.kind is kind]


def test_reports_with_receipts_and_without(agency: Project) -> None:
    late = [one for one in of(agency, ObligationKind.REPORT) if one.state is ObligationState.OVERDUE]
    assert [(one.text, one.days_overdue) for one in late] == [("月度销售报告", 54)]
    ruled = replace(agency, reports=tuple(replace(one, received=()) for one in agency.reports))
    assert [one.due for one in of(ruled, ObligationKind.REPORT)][-1] == D(2027, 1, 15)
    stated = tuple(replace(one, received=(), due=None, due_rule="每月") for one in agency.reports)
    rows = of(replace(agency, reports=stated), ObligationKind.REPORT)
    assert {one.state for one in rows} == {ObligationState.LASTING}
    assert rows[0].text == "月度销售报告（每月）"


def test_minutes_are_owed_by_the_side_that_records(agency: Project) -> None:
    first = of(agency, ObligationKind.MINUTES)[0]
    assert (first.party, first.due, first.done_on) == (Side.PARTY_B, D(2026, 1, 19), D(2026, 1, 16))
    assert first.paper == agency.meetings[0].number
    open_one = replace(agency, meetings=(replace(agency.meetings[0], issued_on=None), *agency.meetings[1:]))
    (late,) = [one for one in of(open_one, ObligationKind.MINUTES) if one.state is ObligationState.OVERDUE]
    assert late.owner == agency.meetings[0].recorder
    other = replace(agency.meetings[0], recorder=next(c.id for c in agency.contacts if c.party == "party_a"))
    assert of(replace(agency, meetings=(other,)), ObligationKind.MINUTES)[0].party is Side.PARTY_A
    assert not of(agency, ObligationKind.MINUTES, D(2026, 1, 1)), "meetings to come have no minutes yet"


def test_regular_meetings_bind_both_until_their_last_day(agency: Project) -> None:
    rows = of(agency, ObligationKind.MEETING)
    assert [one.party for one in rows] == [Side.PARTY_A, Side.PARTY_B]
    assert {one.due for one in rows} == {agency.cadence[0].end}


def test_training_is_done_where_people_were_counted(agency: Project) -> None:
    states = [one.state for one in of(agency, ObligationKind.TRAINING) if one.party is Side.PARTY_A]
    assert states == [ObligationState.DONE] * 3 + [ObligationState.OPEN]
    bare = replace(agency, training=tuple(replace(one, attended=None) for one in agency.training))
    assert of(bare, ObligationKind.TRAINING)[0].state is ObligationState.UNRECORDED


def test_assessment_reply_and_requirements(agency: Project) -> None:
    evaluations = of(agency, ObligationKind.EVALUATION)
    assert [one.done_on for one in evaluations[1:]] == [one.date for one in agency.evaluations]
    reply = of(agency, ObligationKind.REPLY)[0]
    assert (reply.party, reply.due, reply.state) == (Side.PARTY_B, D(2026, 4, 27), ObligationState.DONE)
    silent = replace(agency.evaluations[0], party_b_reply=None)
    (quiet,) = of(replace(agency, evaluations=(silent,)), ObligationKind.REPLY)
    assert (quiet.state, quiet.days_overdue) == (ObligationState.UNRECORDED, 0), (
        "silence is consent, no delay"
    )
    unread = replace(silent, received_on=None)
    (waits,) = of(replace(agency, evaluations=(unread,)), ObligationKind.REPLY)
    assert (waits.state, waits.due) == (ObligationState.WAITING, None)
    wanted = of(agency, ObligationKind.REQUIREMENT)
    assert {one.party for one in wanted} == {Side.PARTY_B}
    assert not [one for one in wanted if one.days_overdue]


def test_a_non_disclosure_agreement_has_no_assessment(agency: Project) -> None:
    secret = replace(agency, project=replace(agency.project, kind=ProjectKind.NDA))
    kinds = {one.kind for one in running(secret, agency.project.as_of)}
    assert kinds == {ObligationKind.REPORT, ObligationKind.MEETING, ObligationKind.MINUTES}
