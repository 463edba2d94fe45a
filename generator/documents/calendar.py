"""The calendar of a project as a file for calendar programs (iCalendar, RFC 5545): meetings with their time, deadlines as days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from generator import __version__
from generator.derive.cadences import ZONE
from generator.derive.diary import Appointment, Deadline, EntryState, appointments, deadlines
from generator.diagnostics import Text
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text, join
from generator.model.common import Side
from generator.model.project import Project

if TYPE_CHECKING:
    import icalendar

REMIND_MEETING = -datetime.timedelta(days=1)
REMIND_DEADLINE = -datetime.timedelta(days=2, hours=15)
"""At nine o'clock three days ahead: a whole day begins at midnight."""
FIRST = datetime.date(2000, 1, 1)
KNOWN = datetime.date(1970, 1, 1), datetime.date(2100, 1, 1)
"""Between these days a time zone's changes are written out."""


def items(project: Project) -> tuple[Item, ...]:
    """Return the one calendar of a project."""
    return (Item("", f"项目日程_{project.contract.number}", ("cadence",)),)


def render(job: Job) -> Rendered:
    """Return the calendar: the same project as of the same day gives the same bytes."""
    import icalendar  # noqa: PLC0415  # only this kind needs it

    project, language, on = job.project, job.language, job.project.project.as_of
    whole = icalendar.Calendar()
    whole.add("prodid", f"-//jiayi//{__version__}//{language}")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", _clean(project.project.name))
    whole.add("x-wr-timezone", ZONE)
    met = appointments(project, on)
    for name in sorted({one.zone for one in met}):
        days = [one.day for one in met if one.zone == name]
        whole.add_component(_zone(name, min(days), max(days)))
    for one in met:
        whole.add_component(_meeting(one, project, language))
    for row in deadlines(project, on):
        whole.add_component(_deadline(row, project, language))
    return Rendered(whole.to_ical())


def _meeting(one: Appointment, project: Project, language: str) -> icalendar.Event:
    start = datetime.datetime.combine(one.day, one.start, ZoneInfo(one.zone))
    event = _event(one.key, project)
    event.add("summary", _clean(one.name))
    event.add("dtstart", start)
    event.add(
        "dtend",
        start
        + min(
            datetime.timedelta(minutes=one.minutes),
            datetime.datetime.max.replace(tzinfo=start.tzinfo) - start,
        ),
    )
    event.add("location", _clean(one.place))
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("categories", [say(language, "calendar_meeting")])
    event.add("description", _clean("\n".join(_about_meeting(one, project, language))))
    if not one.cancelled and one.day >= project.project.as_of:
        event.add_component(_alarm(one.name, REMIND_MEETING))
    return event


def _deadline(row: Deadline, project: Project, language: str) -> icalendar.Event:
    kind = label(language, row.kind)
    title = say(language, "calendar_matter", kind, row.text)
    done = row.state is EntryState.DONE
    event = _event(row.key, project)
    event.add("summary", _clean(say(language, "calendar_done", title) if done else title))
    event.add("dtstart", row.day)
    event.add("dtend", row.day + min(datetime.timedelta(1), datetime.date.max - row.day))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if row.state is EntryState.CANCELLED else "CONFIRMED")
    event.add("categories", [kind])
    event.add("description", _clean("\n".join(_about_deadline(row, project, language))))
    if row.state is EntryState.PLANNED and row.day >= project.project.as_of:
        event.add_component(_alarm(title, REMIND_DEADLINE))
    return event


def _event(key: str, project: Project) -> icalendar.Event:
    """Return an event with what tells it from others, and which of two versions of it is the newer: that of the later as-of date."""
    import icalendar  # noqa: PLC0415  # likewise

    on = project.project.as_of
    stamp = datetime.datetime.combine(on, datetime.time(), datetime.UTC)
    event = icalendar.Event()
    event.add("uid", f"{project.project.id}+{key}@jiayi")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, (on - FIRST).days))
    return event


def _alarm(text: str, before: datetime.timedelta) -> icalendar.Alarm:
    import icalendar  # noqa: PLC0415  # likewise

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", _clean(text))
    return alarm


@lru_cache(maxsize=16)
def _zone(name: str, first: datetime.date, last: datetime.date) -> icalendar.Timezone:
    """Return the definition of a time zone for these days, without the library's remark on how far it reaches."""
    import icalendar  # noqa: PLC0415  # likewise

    ends = [min(max(day.replace(month=1, day=1), KNOWN[0]), KNOWN[1]) for day in (first, last)]
    zone = icalendar.Timezone.from_tzid(
        name, first_date=ends[0], last_date=ends[1].replace(year=ends[1].year + 1)
    )
    zone.pop("comment", None)
    return zone


def _about_meeting(one: Appointment, project: Project, language: str) -> Iterator[str]:
    yield say(language, "calendar_chair", _name(one.chair, project, language))
    people = [_name(person, project, language) for person in one.attendees]
    yield say(language, "calendar_attendees", join(people, language))
    yield from (say(language, "calendar_item", at, text) for at, text in enumerate(one.agenda, 1))
    if one.cancelled:
        yield say(language, f"calendar_{one.cancelled}")
    elif one.day != one.planned:
        yield say(language, "calendar_moved", date_text(one.planned, language))
    if one.reason:
        yield say(language, "calendar_reason", one.reason)
    yield from _estimated(one.unpublished, language)


def _about_deadline(row: Deadline, project: Project, language: str) -> Iterator[str]:
    yield say(language, "calendar_owner", _name(row.owner, project, language))
    if row.period:
        yield say(language, "calendar_period", row.period)
    yield say(language, "calendar_source", say(language, f"summary_from_{row.route[0]}"), row.id).strip()
    yield from _estimated(row.unpublished, language)


def _estimated(years: tuple[int, ...], language: str) -> Iterator[str]:
    if years:
        yield say(language, "calendar_unpublished", join([str(year) for year in years], language))


def _name(owner: str | Side, project: Project, language: str) -> str:
    """Return the name behind a contact's id, the word for a side, or a name as it is."""
    if isinstance(owner, Side):
        return label(language, owner)
    return next((one.name for one in project.contacts if one.id == owner), owner)


def _clean(text: str) -> str:
    """Return ``text`` without the control characters that RFC 5545 forbids in it."""
    return "".join(one for one in text if one in "\n\t" or (ord(one) > 31 and ord(one) != 127))


KIND = DocumentKind("calendar", Text("项目日程", "Calendar"), ".ics", items, render, internal=True)
