"""Check P200: a rectification is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.remedies import open_rectifications
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P200",
    Severity.WARNING,
    Text("整改逾期", "a rectification is overdue"),
    page(
        Text(
            "整改期限已过，既没有乙方的完成日期，也没有复查合格。",
            "The day has passed without a day of completion by Party B or a passed re-check.",
        ),
        Text(
            "通知书写明了逾期的后果，甲方应当催告或者按后果处理。",
            "The notice says what follows; Party A demands performance or acts on it.",
        ),
        "due: 2026-08-07（没有 reply.done_on）",
        "reply: {…, done_on: 2026-08-05}",
        Text(
            "补记完成日期或者复查，没有完成的，催告或者按约定处理。",
            "Record completion or re-check; otherwise demand performance.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each notice whose day has passed with nothing done."""
    on = project.project.as_of
    for at, one in open_rectifications(project):
        days = (on - one.due).days
        if days > 0:
            message = Text(
                f"整改通知 {one.number} 逾期 {days} 天",
                f"the rectification {one.number} is {days} days overdue",
            )
            yield found(CODE, message, Place(("rectifications", at, "due")))
