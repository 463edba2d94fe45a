"""Check P177: a training was not held."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P177",
    Severity.WARNING,
    Text("培训到期没有举行", "a training was not held"),
    page(
        Text(
            "培训日期已过七日，没有登记人数、到课或者结果。",
            "Seven days after its day nothing is recorded of a training.",
        ),
        Text("计划了又没有做，合同附件中的培训义务就没有履行。", "The duty to train would be unfulfilled."),
        "{date: 2026-03-10}",
        "{date: 2026-03-10, attended: 8}",
        Text("登记结果，或者改期。", "Record the result, or move it."),
    ),
)


PATIENCE = 7


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each training that is a week past and of which nothing is recorded."""
    on = project.project.as_of
    for at, one in enumerate(project.training):
        recorded = one.attended is not None or one.attendance or one.result
        if not recorded and (on - one.date).days > PATIENCE:
            message = Text(f"“{one.topic}”没有登记是否举行", f"nothing is recorded of '{one.topic}'")
            yield found(CODE, message, Place(("training", at, "date")))
