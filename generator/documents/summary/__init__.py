"""The summary of a project as a PDF: one to six pages that a manager shows to their superior."""

from __future__ import annotations

from generator.diagnostics import Text, has_errors
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project


def items(_: Project) -> tuple[Item, ...]:
    """Return the one summary of a project."""
    return (Item("", "项目摘要", ("project",)),)


def render(job: Job) -> Rendered:
    """Return the summary as a PDF, or what keeps it from being printed."""
    from generator.documents.summary.document import document  # noqa: PLC0415  # the PDF side, which other kinds need none of
    from generator.render import pdf  # noqa: PLC0415  # likewise

    made = pdf.render(document(job))
    return Rendered(None if has_errors(made.diagnostics) else made.data, made.diagnostics)


KIND = DocumentKind("summary", Text("项目摘要", "Summary"), ".pdf", items, render, internal=True)
