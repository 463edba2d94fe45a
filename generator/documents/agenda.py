"""The agenda of the next meeting of each cadence: who, when, what in which order, and what is open, late or off track."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from generator import locale
from generator.derive.actions import ActionState, open_actions
from generator.derive.briefing import OffTrack, Unsettled, matters, off_track, unsettled
from generator.derive.cadences import ZONE
from generator.derive.diary import Appointment, coming
from generator.derive.due import DueKind, DueRow
from generator.derive.payments import instalment_states
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.arithmetic import measure
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso, words
from generator.locale.spans import period_text
from generator.model.common import Side
from generator.model.party import Contact
from generator.model.project import Project
from generator.model.value import record
from generator.render.view import view

SECTIONS: Mapping[str, tuple[DueKind, ...]] = {
    "milestones": (DueKind.MILESTONE, DueKind.DELIVERABLE, DueKind.ACCEPTANCE),
    "reports": (DueKind.REPORT, DueKind.MINUTES),
    "payments": (DueKind.INSTALMENT, DueKind.ORDER_PAYMENT, DueKind.INVOICE),
    "complaints": (DueKind.COMPLAINT,),
    "risks": (DueKind.RISK_REVIEW, DueKind.RISK_MEASURE, DueKind.RISK_ACCEPTANCE),
    "others": (DueKind.REQUIREMENT, DueKind.IMPROVEMENT, DueKind.CERTIFICATE, DueKind.RENEWAL_NOTICE, DueKind.TERM_END),
}  # fmt: skip


@record
class Head:
    """The meeting itself: ``zone`` is empty in China."""

    name: str
    day: datetime.date
    start: datetime.time
    end: str
    zone: str
    place: str
    chair: str


@record
class Attendee:
    """Someone invited, with their side, organisation and position."""

    side: str
    organisation: str
    name: str
    title: str


@record
class Slot:
    """One item with its time, where the cadence says how long it takes."""

    time: str
    text: str


@record
class Matter:
    """One row of a table: what, who, by when, and where it stands; ``id`` says where it is stated."""

    id: str
    text: str
    owner: str
    due: str
    state: str


def items(project: Project) -> tuple[Item, ...]:
    """Return one document for each next meeting."""
    return tuple(
        Item(one.cadence or "other", f"会议议程_{one.cadence or 'other'}_{one.day}", one.route)
        for one in coming(project, project.project.as_of)
    )


def render(job: Job) -> Rendered:
    """Return the agenda as a Word document, or everything that is missing or wrong."""
    project, language = job.project, job.language
    found = coming(project, project.project.as_of)
    one = next(meeting for meeting in found if (meeting.cadence or "other") == job.item.key)
    seen = context(project, one, language)
    return word.render(job, "agenda.docx", seen, say(language, "agenda_title"), one.name)


def context(project: Project, one: Appointment, language: str) -> Mapping[str, object]:
    """Return what the template sees of the meeting ``one``."""
    on, seen = project.project.as_of, view(project)
    people = {contact.id: contact for contact in project.contacts}
    found = {
        "attendees": tuple(_attendees(project, one, people, language)),
        "slots": tuple(_slots(project, one, language)),
        "actions": tuple(
            _action(state, on, people, language) for state in open_actions(project, on)
        ),
        "decisions": tuple(_decision(row, language) for row in unsettled(project, one.cadence, on)),
        "kpis": tuple(_indicator(row, people, language) for row in off_track(project, on)),
        **{
            name: tuple(
                _matter(row, project, people, language) for row in matters(project, on, one.day, kinds)
            )
            for name, kinds in SECTIONS.items()
        },
    }  # fmt: skip
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        "head": view(_head(one, people, language), None),
        **{name: view(rows, None) for name, rows in found.items()},
    }


def _head(one: Appointment, people: Mapping[str, Contact], language: str) -> Head:
    zone = "" if one.zone == ZONE else say(language, "agenda_local", one.zone)
    chair = people[one.chair]
    who = say(language, "person", chair.name, chair.title) if chair.title else chair.name
    return Head(one.name, one.day, one.start, _clock(one.start, one.minutes), zone, one.place, who)


def _clock(start: datetime.time, minutes: int) -> str:
    """Return the time of day so many minutes after ``start``; hours go on past midnight, as 25:30 does."""
    hours, rest = divmod(start.hour * 60 + start.minute + minutes, 60)
    return f"{hours:02}:{rest:02}"


def _attendees(
    project: Project, one: Appointment, people: Mapping[str, Contact], language: str
) -> Iterator[Attendee]:
    parties = {"party_a": project.parties.party_a, "party_b": project.parties.party_b}
    for side in ("party_a", "party_b", None):
        for person in dict.fromkeys((one.chair, *one.attendees)):
            who = people[person]
            if who.party.value == side or (side is None and who.party.value not in parties):
                party = parties.get(who.party.value)
                name = words(language).label("holder", who.party)
                yield Attendee(
                    name, party.name if party else name, who.name, who.title or say(language, "none_given")
                )


def _slots(project: Project, one: Appointment, language: str) -> Iterator[Slot]:
    minutes = next((each.agenda_minutes for each in project.cadence if each.id == one.cadence), ())
    timed, before = len(minutes) == len(one.agenda), 0
    for at, text in enumerate(one.agenda):
        until = before + (minutes[at] if timed else 0)
        span = say(language, "agenda_slot", _clock(one.start, before), _clock(one.start, until))
        yield Slot(span if timed else say(language, "none_given"), text)
        before = until


def _action(state: ActionState, on: datetime.date, people: Mapping[str, Contact], language: str) -> Matter:
    return Matter(
        state.id, state.text, people[state.owner].name, date_iso(state.due), _left(state.due, on, language)
    )


def _decision(row: Unsettled, language: str) -> Matter:
    one = row.decision
    state = say(language, "agenda_waiting" if row.waiting else "agenda_confirm")
    side = words(language).label("decision_party", one.party)
    return Matter(one.id, one.text, side, one.change_order or say(language, "none_given"), state)


def _indicator(row: OffTrack, people: Mapping[str, Contact], language: str) -> Matter:
    kpi = row.kpi
    bound = kpi.floor if row.below else kpi.target
    missed = "agenda_bottom" if row.below else "agenda_below"
    value = say(language, "evaluation_value", period_text(row.period, language), measure(row.value, kpi))
    return Matter(kpi.id, kpi.name, people[kpi.owner].name, value, say(language, missed, measure(bound, kpi)))


def _matter(row: DueRow, project: Project, people: Mapping[str, Contact], language: str) -> Matter:
    on = project.project.as_of
    text = say(language, "calendar_matter", label(language, row.kind), row.text)
    if row.period:
        text = say(language, "person", text, period_text(row.period, language))
    if row.kind is DueKind.INSTALMENT:
        left = next(
            one.remaining
            for one in instalment_states(project, on)
            if one.route == row.route and one.due and one.due.day == row.day
        )
        text += say(language, "obligation_amount", locale.money(left, project.contract.currency.value))
    owner = label(language, row.owner) if isinstance(row.owner, Side) else row.owner
    name = people[owner].name if owner in people else owner
    day = row.day or on
    return Matter(row.id or say(language, "none_given"), text, name, date_iso(day), _left(day, on, language))


def _left(day: datetime.date, on: datetime.date, language: str) -> str:
    left = (day - on).days
    if left < 0:
        return say(language, "agenda_late", -left)
    return say(language, "agenda_left", left) if left else say(language, "agenda_today")


KIND = DocumentKind("agenda", Text("会议议程", "Agenda"), ".docx", items, render)
