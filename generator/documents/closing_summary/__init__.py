"""The closing summary as a PDF: goals and results, scores over the term, milestones, money, improvements, what is open."""

from __future__ import annotations

from generator.diagnostics import Text, has_errors
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project


def items(project: Project) -> tuple[Item, ...]:
    """Return the one summary of a project that states a closing."""
    return (Item("", "结项总结", ("closing",)),) if project.closing else ()


def render(job: Job) -> Rendered:
    """Return the summary as a PDF, or what keeps it from being printed."""
    from generator.documents.closing_summary.document import document  # noqa: PLC0415  # the PDF side, which other kinds need none of
    from generator.render import pdf  # noqa: PLC0415  # likewise

    made = pdf.render(document(job))
    return Rendered(None if has_errors(made.diagnostics) else made.data, made.diagnostics)


KIND = DocumentKind(
    "closing_summary", Text("结项总结", "Closing summary"), ".pdf", items, render, internal=True
)
