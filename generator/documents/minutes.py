"""The minutes of one meeting: who was there, what was said, what was decided, and what earlier actions have come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive.actions import ActionState, carried_over
from generator.derive.risk import level
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.locale import date_iso, words
from generator.model.common import Holder
from generator.model.meeting import Meeting
from generator.model.party import Contact
from generator.model.project import Project
from generator.render.view import view


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the lists: organisation, name and position (a dash where none is given)."""

    organisation: str
    name: str
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """An action of an earlier meeting, as this meeting left it."""

    id: str
    text: str
    owner: str
    due: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class NewRisk:
    """A risk that the meeting raised, with its current level in words."""

    id: str
    title: str
    level: str
    owner: str


@dataclass(frozen=True, slots=True)
class Said:
    """A topic: its discussion as paragraphs, its reservations as who and what."""

    title: str
    discussion: tuple[str, ...]
    conclusion: str | None
    reservations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action that the meeting agreed."""

    id: str
    text: str
    owner: str
    due: str
    output: str


def items(project: Project) -> tuple[Item, ...]:
    """Return one document for each meeting held."""
    return tuple(
        Item(meeting.id, f"会议纪要_{meeting.number}", ("meetings", index))
        for index, meeting in enumerate(project.meetings)
    )


def render(job: Job) -> Rendered:
    """Return the minutes as a Word document, or everything that is missing or wrong."""
    index = int(job.item.route[1])
    meeting = job.project.meetings[index]
    about = word.properties(job, meeting.title, meeting.number)
    return word.render(job, "minutes.docx", context(job.project, index, job.language), about)


def context(project: Project, index: int, language: str) -> Mapping[str, object]:
    """Return what the template sees: the meeting and the project as they are, and the lists made ready."""
    meeting = project.meetings[index]
    seen = view(project)
    people = {contact.id: contact for contact in project.contacts}
    present = [person(project, people[one], language) for one in meeting.present]
    absent = [person(project, people[one.contact], language, one.reason) for one in meeting.absent]
    invited = invitees(project, meeting)
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        "meeting": seen.meetings[index],
        "chair": view(person(project, people[meeting.chair], language), None),
        "recorder": view(person(project, people[meeting.recorder], language), None),
        "present": view(tuple(present), None),
        "absent": view(tuple(absent), None),
        "counts": view({"invited": len(invited), "present": len(present), "absent": len(absent)}, None),
        "topics": view(tuple(_topics(meeting, people)), None),
        "actions": view(tuple(_actions(meeting, people)), None),
        "carried": view(tuple(_carried(project, meeting, people, language)), None),
        "risks": view(tuple(_risks(project, meeting, people, language)), None),
        "signers": view(tuple(signers(project, meeting, language)), None),
    }


def invitees(project: Project, meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of everyone who was asked to come: the cadence's attendees, and whoever came or excused themselves."""
    asked = next((one.attendees for one in project.cadence if one.id == meeting.cadence), ())
    named = (*asked, *meeting.present, *(one.contact for one in meeting.absent))
    return tuple(dict.fromkeys(named))


def signers(project: Project, meeting: Meeting, language: str) -> Iterator[Person]:
    """Yield everyone for the sign-in sheet: the invited, then the observers."""
    people = {contact.id: contact for contact in project.contacts}
    for one in invitees(project, meeting):
        yield person(project, people[one], language)
    for observer in meeting.observers:
        yield Person(observer.organisation, observer.name, observer.title or "—")


def person(project: Project, contact: Contact, language: str, reason: str = "") -> Person:
    """Return a contact as the lists show it: the party's name stands for its people, else the side in words."""
    party = {Holder.PARTY_A: project.parties.party_a, Holder.PARTY_B: project.parties.party_b}.get(
        contact.party
    )
    organisation = party.name if party else words(language).label("holder", contact.party)
    return Person(organisation, contact.name, contact.title or "—", reason)


def _carried(
    project: Project, meeting: Meeting, people: Mapping[str, Contact], language: str
) -> Iterator[Carried]:
    for state in carried_over(project, meeting):
        due = date_iso(state.original_due)
        if state.due != state.original_due:
            due += f"\n改期至{date_iso(state.due)}"
        status = words(language).label("action_status", state.status)
        if state.done_on:
            status += f"\n{date_iso(state.done_on)}"
        if state.days_overdue:
            status += f"\n逾期{state.days_overdue}天"
        yield Carried(state.id, state.text, people[state.owner].name, due, status, _note(state, meeting))


def _note(state: ActionState, meeting: Meeting) -> str:
    notes = [step.note for step in state.history if step.note and step.date == meeting.date]
    return "\n".join(notes) or "—"


def _topics(meeting: Meeting, people: Mapping[str, Contact]) -> Iterator[Said]:
    for topic in meeting.topics:
        reservations = tuple((people[one.by].name, one.text) for one in topic.reservations)
        discussion = tuple(line.strip() for line in topic.discussion.split("\n") if line.strip())
        yield Said(topic.title, discussion, topic.conclusion, reservations)


def _actions(meeting: Meeting, people: Mapping[str, Contact]) -> Iterator[Agreed]:
    for one in meeting.actions:
        yield Agreed(one.id, one.text, people[one.owner].name, date_iso(one.due), one.output)


def _risks(
    project: Project, meeting: Meeting, people: Mapping[str, Contact], language: str
) -> Iterator[NewRisk]:
    by_id = {risk.id: risk for risk in project.risks}
    for one in meeting.new_risks:
        risk = by_id[one]
        label = words(language).label("risk_level", level(risk.current, project.risk_matrix))
        yield NewRisk(risk.id, risk.title, label, people[risk.owner].name)


KIND = DocumentKind("minutes", Text("会议纪要", "Meeting minutes"), ".docx", items, render)
