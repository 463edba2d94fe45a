"""The minutes of one meeting: who was there, what was said, what was decided, and what earlier actions have come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from generator.derive.actions import ActionState, carried_over
from generator.derive.risk import level
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso, join, words
from generator.model.common import Holder
from generator.model.meeting import Absence, Action, ActionStatus, Meeting
from generator.model.party import Contact
from generator.model.project import Project
from generator.model.value import record
from generator.render.view import view


@record
class Local:
    """The time zone that times of day are of, ``None`` for that of China."""

    zone: str | None


@record
class Group:
    """People of one organisation who were present, observed or were absent, as one line of the attendance."""

    kind: str
    organisation: str
    people: str


@record
class Signer:
    """One line of the sign-in sheet; who was absent has no place to sign."""

    organisation: str
    name: str
    title: str
    absent: bool


@record
class Carried:
    """An action of an earlier meeting, as this meeting left it."""

    id: str
    text: str
    owner: str
    due: str
    status: str
    note: str


@record
class Said:
    """A topic: its discussion as paragraphs, its reservations as who and what."""

    title: str
    discussion: tuple[str, ...]
    conclusion: str | None
    reservations: tuple[tuple[str, str], ...]


@record
class Agreed:
    """An action that the meeting agreed."""

    id: str
    text: str
    owner: str
    due: str
    output: str
    status: str


@record
class NewRisk:
    """A risk that the meeting raised, with its current level in words."""

    id: str
    title: str
    level: str
    owner: str


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
    seen = context(job.project, index, job.language)
    return word.render(job, "minutes.docx", seen, meeting.title, meeting.number)


def context(project: Project, index: int, language: str) -> Mapping[str, object]:
    """Return what the template sees: the meeting and the project as they are, and the lists made ready."""
    meeting = project.meetings[index]
    seen = view(project)
    people = {contact.id: contact for contact in project.contacts}
    asked = invitees(project, meeting)
    zone = next((one.time_zone for one in project.cadence if one.id == meeting.cadence), None)
    absent = absences(project, meeting)
    counts = {
        "invited": len(asked),
        "present": len(asked) - len(absent),
        "absent": len(absent),
        "observers": len(meeting.observers),
    }
    lists: dict[str, Iterable[object]] = {
        "attendance": _attendance(project, meeting, absent, language),
        "topics": _topics(meeting, people),
        "actions": _actions(meeting, people, language),
        "carried": _carried(project, meeting, people, language),
        "risks": _risks(project, meeting, people, language),
        "signers": _signers(project, meeting, {one for one, _ in absent}, language),
    }
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        "meeting": seen.meetings[index],
        "chair": named(people[meeting.chair], language),
        "recorder": named(people[meeting.recorder], language),
        "counts": view(counts, None),
        "local": view(Local(zone), None),
        **{key: view(tuple(values), None) for key, values in lists.items()},
    }


def invitees(project: Project, meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of everyone who was asked to come: the cadence's attendees, and whoever came or excused themselves."""
    asked = next((one.attendees for one in project.cadence if one.id == meeting.cadence), ())
    named_here = (*asked, *meeting.present, *(one.contact for one in meeting.absent))
    return tuple(dict.fromkeys(named_here))


def absences(project: Project, meeting: Meeting) -> tuple[tuple[str, str | None], ...]:
    """Return id and reason of everyone who was asked and did not come; the reason is ``None`` where none is recorded."""
    stated: dict[str, Absence] = {one.contact: one for one in meeting.absent}
    missing = (one for one in invitees(project, meeting) if one not in meeting.present)
    return tuple((one, stated[one].reason if one in stated else None) for one in missing)


def named(contact: Contact, language: str) -> str:
    """Return a name with the position behind it, where there is one."""
    return _person(contact.name, contact.title, language)


def _person(name: str, title: str | None, language: str) -> str:
    return say(language, "person", name, title) if title else name


def _organisation(project: Project, holder: Holder, language: str) -> str:
    """Return the party's name for its own people, else the side in words."""
    parties = {Holder.PARTY_A: project.parties.party_a, Holder.PARTY_B: project.parties.party_b}
    party = parties.get(holder)
    return party.name if party else words(language).label("holder", holder)


def _by_side(project: Project, ids: Iterable[str]) -> list[tuple[Holder, list[Contact]]]:
    """Return the contacts with these ids by side, Party A first, otherwise in the order given."""
    order = list(Holder)
    people = {contact.id: contact for contact in project.contacts}
    found = sorted((people[one] for one in ids), key=lambda one: order.index(one.party))
    return [(side, list(members)) for side, members in groupby(found, key=lambda one: one.party)]


def _attendance(
    project: Project, meeting: Meeting, absent: tuple[tuple[str, str | None], ...], language: str
) -> Iterator[Group]:
    none, dash = say(language, "none"), say(language, "none_given")
    for side, members in _by_side(project, meeting.present):
        kind = say(language, "minutes_present", words(language).label("holder", side))
        people = join([named(one, language) for one in members], language)
        yield Group(kind, _organisation(project, side, language), people)
    for observer in meeting.observers:
        person = _person(observer.name, observer.title, language)
        yield Group(say(language, "minutes_observers"), observer.organisation, person)
    if not meeting.observers:
        yield Group(say(language, "minutes_observers"), dash, none)
    reasons = dict(absent)
    for side, members in _by_side(project, reasons):
        kind = say(language, "minutes_absent", words(language).label("holder", side))
        lines = (
            say(
                language,
                "with_reason",
                named(one, language),
                reasons[one.id] or say(language, "minutes_no_reason"),
            )
            for one in members
        )
        yield Group(kind, _organisation(project, side, language), "\n".join(lines))
    if not absent:
        yield Group(say(language, "minutes_nobody_absent"), dash, none)


def _signers(project: Project, meeting: Meeting, absent: set[str], language: str) -> Iterator[Signer]:
    """Yield everyone for the sign-in sheet: the invited by side, then the observers."""
    dash = say(language, "none_given")
    for side, members in _by_side(project, invitees(project, meeting)):
        for one in members:
            organisation = _organisation(project, side, language)
            yield Signer(organisation, one.name, one.title or dash, one.id in absent)
    for observer in meeting.observers:
        yield Signer(observer.organisation, observer.name, observer.title or dash, absent=False)


def _carried(
    project: Project, meeting: Meeting, people: Mapping[str, Contact], language: str
) -> Iterator[Carried]:
    for state in carried_over(project, meeting):
        due = [date_iso(state.original_due)]
        for move in state.moves:
            due += [say(language, "minutes_moved", date_iso(move.date)), date_iso(move.new_due)]
        status = "\n".join(_status(state, meeting, language))
        note = _note(state, meeting, language)
        yield Carried(state.id, state.text, _owner(state, people, language), "\n".join(due), status, note)


def _status(state: ActionState, meeting: Meeting, language: str) -> Iterator[str]:
    """Yield the status, the day of completion, and how late the action is or was when this meeting moved it."""
    yield words(language).label("action_status", state.status)
    if state.done_on:
        yield date_iso(state.done_on)
    if state.days_overdue:
        yield say(language, "minutes_late", state.days_overdue)
    for move in state.moves:
        if move.meeting == meeting.id and move.days_late:
            yield say(language, "minutes_moved_late", move.days_late)


def _note(state: ActionState, meeting: Meeting, language: str) -> str:
    """Return what this meeting noted of an action, or that it noted nothing."""
    here = [step for step in state.history if step.meeting == meeting.id]
    if not here:
        return say(language, "minutes_not_followed")
    return "\n".join(step.note for step in here if step.note) or say(language, "none_given")


def _topics(meeting: Meeting, people: Mapping[str, Contact]) -> Iterator[Said]:
    for topic in meeting.topics:
        reservations = tuple((people[one.by].name, one.text) for one in topic.reservations)
        discussion = tuple(line.strip() for line in topic.discussion.split("\n") if line.strip())
        yield Said(topic.title, discussion, topic.conclusion, reservations)


def _actions(meeting: Meeting, people: Mapping[str, Contact], language: str) -> Iterator[Agreed]:
    status = words(language).label("action_status", ActionStatus.OPEN)
    for one in meeting.actions:
        yield Agreed(one.id, one.text, _owner(one, people, language), date_iso(one.due), one.output, status)


def _owner(one: Action | ActionState, people: Mapping[str, Contact], language: str) -> str:
    """Return who does it, and on a second line who checks it."""
    name = people[one.owner].name
    return say(language, "minutes_reviewed", name, people[one.reviewer].name) if one.reviewer else name


def _risks(
    project: Project, meeting: Meeting, people: Mapping[str, Contact], language: str
) -> Iterator[NewRisk]:
    by_id = {risk.id: risk for risk in project.risks}
    for one in meeting.new_risks:
        risk = by_id[one]
        label = words(language).label("risk_level", level(risk.current, project.risk_matrix))
        yield NewRisk(risk.id, risk.title, label, people[risk.owner].name)


KIND = DocumentKind("minutes", Text("会议纪要", "Meeting minutes"), ".docx", items, render)
