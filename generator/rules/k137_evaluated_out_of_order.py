"""Check K137: days of an evaluation out of order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K137",
    Severity.WARNING,
    Text("评价的日期前后矛盾", "days of an evaluation out of order"),
    page(
        Text(
            "批准、签收不早于评价日，签收不早于批准，复核不早于申诉。",
            "Approval and receipt are not before the evaluation, receipt not before approval, a decision not before its appeal.",
        ),
        Text(
            "先签收后批准，签收的就不是最后的评价表。",
            "What was received before its approval is not the final form.",
        ),
        "date: 2026-04-10\napproved_on: 2026-04-08",
        "date: 2026-04-10\napproved_on: 2026-04-12",
        Text(
            "核对日期。",
            "Check the days.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each day that lies before one that it follows."""
    for index, evaluation in enumerate(project.evaluations):
        appeal, route = evaluation.appeal, ("evaluations", index)
        decided = (appeal.raised_on, appeal.decided_on) if appeal else (None, None)
        days: tuple[tuple[datetime.date | None, datetime.date | None, Route], ...] = (
            (evaluation.date, evaluation.approved_on, (*route, "approved_on")),
            (evaluation.approved_on or evaluation.date, evaluation.received_on, (*route, "received_on")),
            (*decided, (*route, "appeal", "decided_on")),
        )
        for before, after, at in days:
            if before and after and after < before:
                message = Text(f"{after} 早于 {before}", f"{after} is before {before}")
                yield found(CODE, message, Place(at))
