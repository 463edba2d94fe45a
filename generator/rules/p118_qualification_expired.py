"""Check P118: qualification expired."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P118",
    Severity.WARNING,
    Text("人员资质已到期", "qualification expired"),
    page(
        Text(
            "乙方投入人员的资质到期日早于数据截止日。",
            "A qualification of Party B’s staff ended before the as-of date.",
        ),
        Text(
            "以无资质的人员履行，质量和安全责任都会有争议。",
            "Work by unqualified staff leads to disputes on quality and safety.",
        ),
        "project: {as_of: 2026-07-31}\n"
        "people: [{id: e1, name: 陈果, role: 高级工程师, qualification_expires: 2026-06-30}]",
        "project: {as_of: 2026-07-31}\n"
        "people: [{id: e1, name: 陈果, role: 高级工程师, qualification_expires: 2027-06-30}]",
        Text("请乙方续证或换人。", "Ask Party B to renew it or to replace the person."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person whose qualification has run out."""
    as_of = project.project.as_of
    for index, person in enumerate(project.resources.people if project.resources else ()):
        if person.qualification_expires and person.qualification_expires < as_of:
            message = Text(
                f"{person.name}的资质已于 {person.qualification_expires} 到期",
                f"the qualification of {person.name} ended on {person.qualification_expires}",
            )
            place = Place(("resources", "people", index, "qualification_expires"))
            yield found(CODE, message, place)
