"""Check D142: a complaint due before it was received."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D142",
    Severity.ERROR,
    Text("投诉的期限早于收到日期", "a complaint due before it was received"),
    page(
        Text("期限和办结日都不早于收到日期。", "Deadline and closing are not before the day of receipt."),
        Text("日期颠倒，处理天数就算错。", "Otherwise the days taken are wrong."),
        "{received_on: 2026-03-12, due: 2026-03-02}",
        "{received_on: 2026-03-12, due: 2026-03-16}",
        Text("更正日期。", "Correct the day."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each complaint whose deadline or closing is before its receipt."""
    for at, one in enumerate(project.feedback.complaints if project.feedback else ()):
        for name in ("due", "closed_on"):
            day = getattr(one, name)
            if day and day < one.received_on:
                message = Text(
                    f"{one.id} 的 {name} 早于收到日期", f"{name} of {one.id} is before its receipt"
                )
                yield found(CODE, message, Place(("feedback", "complaints", at, name)))
