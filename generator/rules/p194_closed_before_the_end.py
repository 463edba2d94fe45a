"""Check P194: closed before the term has ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.changes import moved
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P194",
    Severity.WARNING,
    Text("合同没有届满就结项", "closed before the term has ended"),
    page(
        Text(
            "结项日早于合同届满日，又没有终止合同的变更。",
            "The day of closing is before the end of the term and no change ends it earlier.",
        ),
        Text(
            "期限内双方仍有义务；提前结项应当先签变更单或者终止协议。",
            "Within the term the parties still owe each other; end it first by a change or an agreement.",
        ),
        "{date: 2026-10-31}",
        "{date: 2026-12-31}",
        Text(
            "更正日期，或者登记终止合同的变更（dates: term）。",
            "Correct the day, or record the change that ends the term.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for a day of closing before the end of the term, signed changes included."""
    closing, change = project.closing, moved(project).get(("term", ""))
    end = change.day if change else project.contract.term.end
    if closing and closing.date and closing.date < end:
        message = Text(
            f"结项日 {closing.date} 早于合同届满日 {end}",
            f"closed on {closing.date}, before the term ends on {end}",
        )
        yield found(CODE, message, Place(("closing", "date")))
