"""Reports by period: due days by rule, and where each stands."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.derive.reporting import ReportState, due_day, expected, received
from generator.model.common import Duration, DurationUnit, Frequency, Period, PeriodKind
from generator.model.project import Project
from generator.model.report import ReportDue, ReportReceipt, ReportVerdict, Submission

D = datetime.date
MARCH = Period(2026, PeriodKind.MONTH, 3)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (ReportDue(day=5), D(2026, 4, 7)),  # the 4th to the 6th are the holiday of Qingming
        (ReportDue(day=31), D(2026, 4, 30)),
        (ReportDue(day="last_workday"), D(2026, 3, 31)),
        (ReportDue(within=Duration(3, DurationUnit.WORKING_DAYS)), D(2026, 4, 3)),
        (ReportDue(within=Duration(5, DurationUnit.CALENDAR_DAYS)), D(2026, 4, 7)),
        (ReportDue(), None),
        (ReportDue(day=5, within=Duration(1, DurationUnit.MONTHS)), None),
        (None, None),
    ],
)
def test_the_due_day(rule: ReportDue | None, day: D | None) -> None:
    found = due_day(rule, MARCH)
    assert (found.day if found else None) == day


def test_december_is_followed_by_january() -> None:
    found = due_day(ReportDue(day=15), Period(2026, PeriodKind.QUARTER, 4))
    assert found is not None
    assert (found.day, found.unpublished) == (D(2027, 1, 15), (2027,))


def test_each_period_has_its_state(agency: Project) -> None:
    on = agency.project.as_of
    states = {one.period.number: one.state for one in expected(agency, 0, on)}
    assert states[5] is ReportState.LATE
    assert states[8] is ReportState.MISSING
    assert states[9] is ReportState.RECEIVED
    assert [number for number, state in states.items() if state is ReportState.DUE] == [10, 11, 12]
    early = {one.period.number: one.state for one in expected(agency, 0, D(2026, 2, 4))}
    assert early[1] is ReportState.RECEIVED
    assert early[2] is ReportState.DUE


def test_a_stated_day_comes_before_the_rule(agency: Project) -> None:
    report = agency.reports[0]
    moved = ReportReceipt(period=MARCH, due=D(2026, 4, 20))
    project = replace(agency, reports=(replace(report, received=(moved,)),))
    first = expected(project, 0, agency.project.as_of)[0]
    assert (first.due.day, first.state) == (D(2026, 4, 20), ReportState.MISSING)
    assert first.route == ("reports", 0, "received", 0)


def test_a_returned_report_is_not_received(agency: Project) -> None:
    back = Submission(by="jiang", verdict=ReportVerdict.RETURNED)
    first = ReportReceipt(period=MARCH, received_on=D(2026, 4, 3), submitted=back)
    again = ReportReceipt(period=MARCH, received_on=D(2026, 4, 9))
    on = agency.project.as_of
    assert received(first, on) is None
    for receipts, state in (((first,), ReportState.MISSING), ((first, again), ReportState.LATE)):
        project = replace(agency, reports=(replace(agency.reports[0], received=receipts),))
        assert expected(project, 0, on)[0].state is state


def test_until_ends_it_and_no_rule_leaves_the_records(technical: Project) -> None:
    on = technical.project.as_of
    assert expected(technical, 0, on)[-1].period == Period(2026, PeriodKind.MONTH, 12)
    bare = replace(technical.reports[0], due=None, due_rule="每月")
    assert len(expected(replace(technical, reports=(bare,)), 0, on)) == len(bare.received)
    weekly = replace(bare, frequency=Frequency.WEEKLY, received=())
    assert expected(replace(technical, reports=(weekly,)), 0, on) == ()


def test_a_wrong_end_does_not_run_forever(technical: Project) -> None:
    term = replace(technical.contract.term, end=datetime.date.max)
    report = replace(technical.reports[0], until=None)
    project = replace(technical, contract=replace(technical.contract, term=term), reports=(report,))
    assert len(expected(project, 0, D(2026, 1, 1))) < 300
