"""Meetings held against the cadence, the actions still open, and what was decided about price, term and scope."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator import locale
from generator.derive.actions import ActionState, held
from generator.derive.cadences import schedule, sittings
from generator.derive.due import next_meetings
from generator.documents.summary.page import Page, colored, said, short
from generator.documents.summary.together import Together
from generator.model.meeting import Decision, Meeting
from generator.render.pdf import (
    PLAIN,
    Block,
    Column,
    Content,
    Heading,
    Mark,
    Milestone,
    Prose,
    Run,
    Table,
    Timeline,
    TimelineWords,
    Tone,
)

ACTIONS, DECISIONS, SITTINGS = 20, 5, 10
"""The most actions, decisions and days of meetings that are shown."""


def meetings(page: Page) -> list[Block]:
    """Return the counts, the open actions and the decisions; without a meeting the line that says so."""
    past = [meeting for _, meeting in held(page.project) if meeting.date <= page.on]
    blocks: list[Block] = []
    if page.project.cadence or past:
        blocks.append(Together(_counts(page, past)))
    if not past:
        return [*blocks, Prose(page.word("meetings_none", page.long(page.on)), PLAIN)]
    return [*blocks, *_timeline(page), *_actions(page), *_decisions(page, past)]


def _timeline(page: Page) -> Iterator[Block]:
    """Yield the last days of the cadences over time, each with the meeting that was held for it."""
    rows = [
        Milestone(short(cadence.name), planned, actual, "", _kept(page, planned, actual))
        for cadence in page.project.cadence
        for planned, actual in sittings(cadence, page.project, page.on)[-SITTINGS:]
    ]
    if rows:
        words = TimelineWords(page.word("planned"), page.word("done"), page.word("asof"))
        yield Heading(page.word("meeting_timeline"), 2)
        yield Timeline(sorted(rows, key=lambda row: row.planned)[-SITTINGS:], words, page.on)


def _kept(page: Page, planned: datetime.date, actual: datetime.date | None) -> Mark:
    if actual is None:
        return Mark(page.word("meeting_missed" if planned < page.on else "today"), Tone.BAD)
    return (
        Mark(page.word("meeting_kept"), Tone.GOOD)
        if actual == planned
        else Mark(page.word("meeting_moved"), Tone.WARN)
    )


def _counts(page: Page, past: list[Meeting]) -> Table:
    names = ("name", "frequency", "planned", "held", "last", "next")
    shares = (0.36, 0.12, 0.1, 0.1, 0.16, 0.16)
    columns = [
        Column(page.word(f"meeting_{name}"), share, "center" if name in ("planned", "held") else "left")
        for name, share in zip(names, shares, strict=True)
    ]
    coming = {row.id: row.day for row in next_meetings(page.project, page.on)}
    rows: list[tuple[Content, ...]] = []
    for index, cadence in enumerate(page.project.cadence):
        own = [meeting for meeting in past if meeting.cadence == cadence.id]
        dates = schedule(cadence, page.project)
        planned = sum(one.held_on <= page.on for one in dates.occurrences) if dates else None
        count: Content = str(len(own))
        if planned is not None and len(own) < planned:
            count = colored(str(len(own)), Tone.WARN)
        rows.append(
            (
                [said(cadence.name, "cadence", index, "name"), page.cite("cadence", index)],
                page.label(cadence.frequency or cadence.at),
                page.word("none") if planned is None else str(planned),
                count,
                page.day(own[-1].date if own else None),
                page.day(coming.get(cadence.id)),
            )
        )
    other = [meeting for meeting in past if meeting.cadence is None]
    if other:
        none = page.word("none")
        last = page.day(other[-1].date)
        rows.append(
            (
                page.word("meeting_other"),
                none,
                none,
                str(len(other)),
                last,
                page.day(coming.get(other[-1].id)),
            )
        )
    return Table(columns, rows)


def _actions(page: Page) -> Iterator[Block]:
    actions = page.actions
    yield Heading(page.word("actions"), 2)
    if not actions:
        yield Prose(page.word("actions_none"), PLAIN)
        return
    names = ("col_id", "col_matter", "col_owner", "action_agreed", "action_due", "col_state")
    shares = (0.11, 0.37, 0.11, 0.13, 0.15, 0.13)
    columns = [Column(page.word(name), share) for name, share in zip(names, shares, strict=True)]
    yield Together(Table(columns, [_action(page, action) for action in actions[:ACTIONS]]))
    yield from page.more(len(actions) - ACTIONS)


def _action(page: Page, action: ActionState) -> tuple[Content, ...]:
    due = page.day(action.due)
    if action.due != action.original_due:
        due = page.word("action_moved", due, page.day(action.original_due))
    left = (action.due - page.on).days
    state: Content = page.word("left_days", left) if left else colored(page.word("today"), Tone.WARN)
    if action.days_overdue:
        state = colored(page.word("overdue_days", action.days_overdue), Tone.BAD)
    return (
        said(action.id, *action.route, "id"),
        [said(action.text, *action.route, "text"), page.cite(*action.route)],
        said(page.owner(action.owner), *action.route, "owner"),
        page.day(action.agreed_on),
        due,
        state,
    )


def _decisions(page: Page, past: list[Meeting]) -> Iterator[Block]:
    found = [(meeting, one) for meeting in past for one in meeting.decisions if one.affects]
    if not found:
        return
    yield Heading(page.word("decisions"), 2)
    columns = (
        Column(page.word("col_day"), 0.13),
        Column(page.word("decision_text"), 0.47),
        Column(page.word("decision_affects"), 0.1),
        Column(page.word("decision_order"), 0.3),
    )
    rows = [_decision(page, meeting, one) for meeting, one in found[-DECISIONS:][::-1]]
    yield Together(Table(columns, rows))
    yield from page.more(len(found) - DECISIONS)


def _decision(page: Page, meeting: Meeting, one: Decision) -> tuple[Content, ...]:
    route = ("meetings", page.project.meetings.index(meeting), "decisions", meeting.decisions.index(one))
    order: Content = Run(page.word("decision_missing"), tone=Tone.WARN)
    if one.change_order:
        order = said(one.change_order, *route, "change_order")
    affects = page.label(one.affects)
    return locale.date_iso(meeting.date), [said(one.text, *route, "text"), page.cite(*route)], affects, order
