"""The closing report (结项报告): results against goals, figures of the whole term, experience, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.derive.changes import price_now, signed
from generator.derive.closing import OpenPoint, open_points
from generator.derive.payments import instalment_states, totals
from generator.derive.periods import span, written
from generator.derive.readings import readings
from generator.derive.reporting import ReportState, expected
from generator.derive.score import evaluate
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.arithmetic import measure
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text, number
from generator.model.common import Side
from generator.model.meeting import ActionStatus
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class Counts:
    """The whole term in numbers."""

    meetings: int
    actions: int
    actions_done: int
    reports: int
    reports_in_time: int
    complaints: int
    complaints_in_time: int
    changes: int
    claims: int
    rectifications: int
    risks: int
    risks_occurred: int
    risks_closed: int


@record
class KpiRow:
    """The last value of one KPI beside its target."""

    name: str
    target: str
    actual: str
    period: str


@record
class Left:
    """Something open: what, who, by when."""

    kind: str
    id: str
    text: str
    who: str
    due: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the one report of a project that states a closing."""
    return (Item("", f"结项报告_{project.contract.number}", ("closing",)),) if project.closing else ()


def render(job: Job) -> Rendered:
    """Return the report as a Word document, or everything that is missing or wrong."""
    project, language = job.project, job.language
    on = project.project.as_of
    sums = totals(project, instalment_states(project, on))
    goals = {one.id: one.text for one in project.project.goals}
    results = (
        tuple((goals[one.goal], one.result) for one in project.closing.results) if project.closing else ()
    )
    people = {one.id: one.name for one in project.contacts}
    left = tuple(
        (one.refers, one.what, people[one.owner], one.due)
        for one in (project.closing.left_over if project.closing else ())
    )
    own: Mapping[str, object] = {
        "prepared": project.project.state is not ProjectState.CLOSED,
        "on": on,
        "results": view(results, None),
        "left": view(left, None),
        "open_points": view(tuple(_left(job, one, people) for one in open_points(project, on)), None),
        "sums": view(sums, None),
        "price_now": price_now(project),
        "counts": view(_counts(project), None),
        "kpi_rows": view(tuple(_kpis(job)), None),
        "scores": view(tuple(_scores(project)), None),
        "stones": view(
            tuple((one.name, one.planned, one.actual) for one in project.contract.milestones), None
        ),
        "deducted": sum((one.price or Decimal(0) for one in signed(project)), Decimal(0)),
    }
    title = say(language, "closing_report")
    return word.render(job, "closing_report.docx", Layer(scope(project), own), title, project.contract.number)


def _left(job: Job, one: OpenPoint, people: Mapping[str, str]) -> Left:
    who = label(job.language, one.who) if isinstance(one.who, Side) else people.get(one.who, one.who)
    due = date_text(one.due, job.language) if one.due else say(job.language, "none_given")
    return Left(label(job.language, one.kind), one.id, one.text or one.id, who, due)


def _counts(project: Project) -> Counts:
    actions = [one for meeting in project.meetings for one in meeting.actions]
    done = {
        note.action
        for meeting in project.meetings
        for note in meeting.follow_ups
        if note.status is ActionStatus.DONE
    }
    on = project.project.as_of
    owed = [one for index in range(len(project.reports)) for one in expected(project, index, on)]
    receipts = [one for one in owed if one.state is not ReportState.DUE]
    complaints = project.feedback.complaints if project.feedback else ()
    return Counts(
        len(project.meetings),
        len(actions),
        len(done),
        len(receipts),
        sum(one.state is ReportState.RECEIVED for one in receipts),
        len(complaints),
        sum(one.closed_on is not None and one.closed_on <= one.due for one in complaints),
        len(signed(project)),
        len(project.claims),
        len(project.rectifications),
        len(project.risks),
        sum(bool(one.incidents) for one in project.risks),
        sum(one.status is RiskStatus.CLOSED for one in project.risks),
    )


def _kpis(job: Job) -> Iterator[KpiRow]:
    project, dash = job.project, say(job.language, "none_given")
    measured = readings(project)
    for kpi in project.kpis:
        own = [one for one in measured if one.kpi == kpi.id and one.value is not None]
        last = max(own, key=lambda one: span(one.period)[1], default=None)
        value = measure(last.value, kpi) if last and last.value is not None else dash
        yield KpiRow(kpi.name, measure(kpi.target, kpi), value, written(last.period) if last else dash)


def _scores(project: Project) -> Iterator[tuple[str, str, str]]:
    for one in project.evaluations:
        result = evaluate(project, one)
        if result.scored:
            yield written(one.period), number(result.total), result.grade.label


KIND = DocumentKind(
    "closing_report", Text("结项报告", "Closing report"), ".docx", items, render, internal=True
)
