"""The contact sheet: people and channels, whom to turn to level by level, who does what, and who is told of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso, join, words
from generator.locale.spans import duration_text
from generator.model.common import Holder
from generator.model.coordination import Raci, Responsibility
from generator.model.party import Contact
from generator.model.project import Project
from generator.model.value import record
from generator.render.view import view

ORDER = tuple(Holder)


@record
class Person:
    """One contact; how to reach third parties is not printed: Party B reaches them through Party A."""

    side: str
    name: str
    title: str
    role: str
    phone: str
    email: str
    channel: str


@record
class Level:
    """One level of the escalation path."""

    level: str
    when: str
    party_a: str
    party_b: str
    channel: str


@record
class Duty:
    """One row of the table of responsibilities, one side of it."""

    what: str
    side: str
    responsible: str
    accountable: str
    consulted: str
    informed: str


@record
class Told:
    """A matter with everyone who is told of it."""

    matter: str
    people: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the one sheet of a project."""
    return (Item("", f"联系与协调表_{project.contract.number}", ("contacts",)),)


def render(job: Job) -> Rendered:
    """Return the sheet as a Word document, or everything that is missing or wrong."""
    seen = context(job.project, job.language)
    title = say(job.language, "contacts_title")
    return word.render(job, "contacts.docx", seen, title, job.project.contract.number)


def context(project: Project, language: str) -> Mapping[str, object]:
    """Return what the template sees."""
    seen = view(project)
    names = {one.id: one.name for one in project.contacts}
    found: dict[str, Iterable[object]] = {
        "people": _people(project, language),
        "levels": _levels(project, names, language),
        "duties": _duties(project, names, language),
        "told": _told(project, language),
    }
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        **{name: view(tuple(rows), None) for name, rows in found.items()},
    }


def _people(project: Project, language: str) -> Iterator[Person]:
    none = say(language, "none_given")
    for one in sorted(project.contacts, key=lambda each: ORDER.index(each.party)):
        own = one.party in (Holder.PARTY_A, Holder.PARTY_B)
        through = say(language, "contacts_through_a")
        yield Person(
            words(language).label("holder", one.party),
            _name(one, language),
            one.title or none,
            one.role,
            (one.phone or none) if own else none,
            (one.email or none) if own else none,
            (one.channel or none) if own else through,
        )


def _name(one: Contact, language: str) -> str:
    return say(language, "contacts_left", one.name, date_iso(one.left_on)) if one.left_on else one.name


def _levels(project: Project, names: Mapping[str, str], language: str) -> Iterator[Level]:
    for one in sorted(project.escalation, key=lambda each: each.level):
        when = (
            say(language, "contacts_after", duration_text(one.after, language))
            if one.after
            else say(language, "contacts_first")
        )
        yield Level(str(one.level), when, names[one.party_a], names[one.party_b], one.channel)


def _duties(project: Project, names: Mapping[str, str], language: str) -> Iterator[Duty]:
    deliverables = {one.id: one.name for one in project.contract.deliverables}
    for one in project.responsibilities:
        what = _what(one, deliverables, language)
        for holder, side in ((Holder.PARTY_A, one.party_a), (Holder.PARTY_B, one.party_b)):
            if side:
                yield _duty(what, words(language).label("holder", holder), side, names, language)


def _what(one: Responsibility, deliverables: Mapping[str, str], language: str) -> str:
    if one.kind:
        return label(language, one.kind)
    return deliverables[one.deliverable] if one.deliverable else one.duty or one.id


def _duty(what: str, side: str, one: Raci, names: Mapping[str, str], language: str) -> Duty:
    def listed(people: tuple[str, ...]) -> str:
        return join([names[person] for person in people], language) or say(language, "none_given")

    return Duty(
        what,
        side,
        listed(one.responsible),
        names[one.accountable],
        listed(one.consulted),
        listed(one.informed),
    )


def _told(project: Project, language: str) -> Iterator[Told]:
    """Yield each matter once, in the order in which the contacts name it."""
    found: dict[str, list[str]] = {}
    for one in project.contacts:
        if one.left_on is None:
            for matter in one.informed_of:
                found.setdefault(matter, []).append(one.name)
    yield from (Told(matter, join(people, language)) for matter, people in found.items())


KIND = DocumentKind("contacts", Text("联系与协调表", "Contacts and coordination"), ".docx", items, render)
