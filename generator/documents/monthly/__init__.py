"""The monthly report of a project as a PDF: what happened, how the KPIs stand, what was paid, what comes next."""

from __future__ import annotations

from generator.derive.journal import months
from generator.derive.periods import written
from generator.diagnostics import Text, has_errors
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project


def items(project: Project) -> tuple[Item, ...]:
    """Return a report for each month of the term that has ended."""
    found = months(project, project.project.as_of)
    return tuple(Item(written(one), f"月度报告_{written(one)}", ("project",)) for one in found)


def render(job: Job) -> Rendered:
    """Return the report as a PDF, or what keeps it from being printed."""
    from generator.documents.monthly.document import document  # noqa: PLC0415  # the PDF side, which other kinds need none of
    from generator.render import pdf  # noqa: PLC0415  # likewise

    made = pdf.render(document(job))
    return Rendered(None if has_errors(made.diagnostics) else made.data, made.diagnostics)


KIND = DocumentKind(
    "monthly_report", Text("月度报告", "Monthly report"), ".pdf", items, render, internal=True
)
