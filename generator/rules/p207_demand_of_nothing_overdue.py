"""Check P207: what is demanded is not overdue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.demands import demanded
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P207",
    Severity.ERROR,
    Text("催告的义务没有逾期", "what is demanded is not overdue"),
    page(
        Text("发函当日，所催告的义务应当已经逾期。", "On the day of the letter the obligation is overdue."),
        Text(
            "没有逾期的催告没有效力，还会损害信誉。",
            "A demand before the day has no effect and harms one's standing.",
        ),
        "issued_on: 2026-09-05（约定 9 月 7 日）",
        "issued_on: 2026-09-21",
        Text("更正发函日期或者所催告的义务。", "Correct the day of the letter or the obligation."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each letter about what is not due, not overdue, or done by its day."""
    for at, one in enumerate(project.demands):
        owed = demanded(project, one)
        if owed is None:
            message = Text(
                f"{one.number} 所催告的义务没有确定的履行日期",
                f"what {one.number} demands has no certain day",
            )
        elif owed.obligation.done_on is not None:
            day = owed.obligation.done_on
            message = Text(
                f"{one.number} 所催告的义务已于 {day} 履行", f"what {one.number} demands was done on {day}"
            )
        elif owed.days <= 0:
            message = Text(
                f"{one.number} 发出时约定的 {owed.obligation.due} 还没有过",
                f"{one.number} is not after {owed.obligation.due}",
            )
        else:
            continue
        yield found(CODE, message, Place(("demands", at, "issued_on")))
