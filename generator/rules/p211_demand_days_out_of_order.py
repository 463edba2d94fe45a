"""Check P211: days of a demand are out of order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P211",
    Severity.ERROR,
    Text("催告的日期顺序不对", "days of a demand are out of order"),
    page(
        Text(
            "期限和送达不早于发函，回函不早于发函。",
            "Deadline, delivery and answer are not before the letter.",
        ),
        Text("日期颠倒的函件不能作为证据。", "A letter with impossible days proves nothing."),
        "{issued_on: 2026-09-21, delivered_on: 2026-09-20}",
        "delivered_on: 2026-09-22",
        Text("更正日期。", "Correct the day."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each day of a letter that is before the letter itself."""
    for at, one in enumerate(project.demands):
        route: Route = ("demands", at)
        days: list[tuple[Route, datetime.date | None]] = [
            ((*route, "deadline"), one.deadline),
            ((*route, "answered_on"), one.answered_on),
        ]
        if one.delivery:
            days.append(((*route, "delivery", "delivered_on"), one.delivery.delivered_on))
        for place, day in days:
            if day and day < one.issued_on:
                message = Text(
                    f"{one.number} 的 {place[-1]} 早于发函日 {one.issued_on}",
                    f"{place[-1]} of {one.number} is before {one.issued_on}",
                )
                yield found(CODE, message, Place(place))
