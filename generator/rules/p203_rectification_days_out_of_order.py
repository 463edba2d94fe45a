"""Check P203: days of a rectification are out of order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.project import Project
from generator.model.remedy import Rectification
from generator.rules.support import page

CODE = Code(
    "P203",
    Severity.ERROR,
    Text("整改通知的日期顺序不对", "days of a rectification are out of order"),
    page(
        Text(
            "顺序应当是：发现、签发、签收、回复、复查；期限不早于签发，复查不早于签发。",
            "Found, issued, received, answered, re-checked, in this order; the day to be met is not before the issue.",
        ),
        Text("日期颠倒的通知书不能作为证据。", "A notice with impossible days proves nothing."),
        "{found_on: 2026-07-20, issued_on: 2026-07-17}",
        "{found_on: 2026-07-15, issued_on: 2026-07-17}",
        Text("更正日期。", "Correct the day."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each day of a notice that is before the one it must follow."""
    for at, one in enumerate(project.rectifications):
        for name, day, after in _days(one):
            if day < after:
                message = Text(
                    f"{one.number} 的 {name} {day} 早于 {after}",
                    f"{name} of {one.number}, {day}, is before {after}",
                )
                route: Route = ("rectifications", at, *name.split("."))
                yield found(CODE, message, Place(route))


def _days(one: Rectification) -> Iterator[tuple[str, datetime.date, datetime.date]]:
    yield "issued_on", one.issued_on, one.found_on
    yield "due", one.due, one.issued_on
    if one.received_on:
        yield "received_on", one.received_on, one.issued_on
    if one.reply:
        yield "reply.date", one.reply.date, one.received_on or one.issued_on
    for each in one.rechecks:
        yield "rechecks", each.date, one.issued_on
