"""Check D140: days of a person are out of order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D140",
    Severity.ERROR,
    Text("人员的到岗和离岗日期不对", "days of a person are out of order"),
    page(
        Text("离岗日不早于到岗日。", "The last day is not before the first."),
        Text("日期颠倒，在岗期间就是空的。", "Otherwise nobody was there."),
        "{assigned_from: 2026-07-01, assigned_until: 2026-06-30}",
        "{assigned_from: 2026-01-05, assigned_until: 2026-06-30}",
        Text("更正日期。", "Correct the day."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person who leaves before arriving."""
    for at, one in enumerate(project.resources.people if project.resources else ()):
        if one.assigned_from and one.assigned_until and one.assigned_until < one.assigned_from:
            message = Text(f"{one.name} 的离岗日早于到岗日", f"{one.name} leaves before the first day")
            yield found(CODE, message, Place(("resources", "people", at, "assigned_until")))
