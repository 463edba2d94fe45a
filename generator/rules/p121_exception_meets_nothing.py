"""Check P121: an exception on a day without a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.cadences import schedule
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P121",
    Severity.WARNING,
    Text("例外日期没有会议", "an exception on a day without a meeting"),
    page(
        Text(
            "例外的原定日（planned）不是按会议节奏推算的日子，例外不起作用；同一天写了两个例外也不行。",
            "The planned day of an exception is no day of its cadence, so it has no effect; nor may one "
            "day have two.",
        ),
        Text("要取消或改期的那次会议仍在日历上。", "The meeting that was to be moved stays in the calendar."),
        "cadence: [{id: monthly, day_of_month: 10, exceptions: [{planned: 2026-03-11, reason: 展会}]}]",
        "cadence: [{id: monthly, day_of_month: 10, exceptions: [{planned: 2026-03-10, reason: 展会}]}]",
        Text("改成原定的日期。", "Name the day planned."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each exception without a meeting, and for a second one on a day."""
    for index, cadence in enumerate(project.cadence):
        plan = schedule(cadence, project)
        unused = {exception.planned for exception in plan.unused} if plan else set()
        for at, exception in enumerate(cadence.exceptions):
            twice = exception.planned in [earlier.planned for earlier in cadence.exceptions[:at]]
            if twice or exception.planned in unused:
                zh = "已有一个例外" if twice else f"不是“{cadence.name}”的原定日期"
                en = "has an exception already" if twice else f"is not a day of '{cadence.name}'"
                message = Text(f"{exception.planned} {zh}", f"{exception.planned} {en}")
                yield found(CODE, message, Place(("cadence", index, "exceptions", at, "planned")))
