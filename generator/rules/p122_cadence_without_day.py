"""Check P122: cadence without a day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.cadences import problem
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P122",
    Severity.ERROR,
    Text("会议节奏没有写明日子", "cadence without a day"),
    page(
        Text(
            "周会、双周会写星期几；月会、季会写几号（day_of_month），或第几个星期几（week_of_month 和 "
            "weekday）。",
            "A weekly or biweekly meeting has a weekday; a monthly or quarterly one a day of the month, or "
            "the nth weekday.",
        ),
        Text(
            "没有日子，就推算不出日历，也查不出漏开的会。",
            "Without a day there is no calendar, and no missing meeting can be found.",
        ),
        "{id: monthly, frequency: monthly, weekday: thursday}",
        "{id: monthly, frequency: monthly, weekday: thursday, week_of_month: 2}",
        Text("补上或删去所指的键。", "Add or delete the keys named."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each cadence that does not say on which days it recurs."""
    for index, cadence in enumerate(project.cadence):
        if wrong := problem(cadence):
            message = Text(f"“{cadence.name}”：{wrong.zh}", f"'{cadence.name}': {wrong.en}")
            yield found(CODE, message, Place(("cadence", index, "frequency")))
