"""Check D107: a recorded fact after the as-of date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import leaves, page, see

CODE = Code(
    "D107",
    Severity.ERROR,
    Text("记录的事实晚于数据截止日", "a recorded fact after the as-of date"),
    page(
        Text(
            "付款、交付、验收、会议、变更签署、完成等已发生的事实，日期不能晚于数据截止日（project.as_of）。",
            "Payments, deliveries, meetings and other facts cannot lie after the as-of date (project.as_of).",
        ),
        Text(
            "逾期和进度都按截止日判断；晚于它的“事实”会让文书自相矛盾。",
            "Delay and progress are judged at that date; a later “fact” makes the documents contradict "
            "themselves.",
        ),
        "project: {as_of: 2026-03-31}\n"
        "payments: [{id: pay-1, instalment: p1, paid_on: 2026-04-14, amount: 108000.00}]",
        "project: {as_of: 2026-04-30}\n"
        "payments: [{id: pay-1, instalment: p1, paid_on: 2026-04-14, amount: 108000.00}]",
        Text("更新 as_of，或改正日期。", "Move as_of on, or correct the date."),
    ),
)


FACTS = (
    *("paid_on", "delivered_on", "accepted_on", "actual", "done_on", "received_on", "closed_on"),
    *("verified_on", "agreed_on", "resolved_on", "decided_on", "handed_over_on"),
)
DATED = ("meetings", "evaluations", "log", "sales_records")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each fact dated after the as-of date."""
    as_of = project.project.as_of
    for route, day in leaves(project, (), datetime.date):
        fact = route[-1] in FACTS or (len(route) == 3 and route[0] in DATED and route[-1] == "date")
        if fact and day > as_of:
            message = Text(
                f"{route[-1]}: {day} 晚于数据截止日 {as_of}",
                f"{route[-1]}: {day} is after the as-of date {as_of}",
            )
            related = [see("数据截止日", "the as-of date", ("project", "as_of"))]
            yield found(CODE, message, Place(route), related=related)
