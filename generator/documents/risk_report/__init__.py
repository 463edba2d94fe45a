"""The risk report as a PDF: matrix with movement, levels over time, triggers, responses and reviews that are late."""

from __future__ import annotations

from generator.diagnostics import Text, has_errors
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project


def items(project: Project) -> tuple[Item, ...]:
    """Return the one report of a project with risks."""
    return (Item("", "风险报告", ("risks",)),) if project.risks else ()


def render(job: Job) -> Rendered:
    """Return the report as a PDF, or what keeps it from being printed."""
    from generator.documents.risk_report.document import document  # noqa: PLC0415  # the PDF side, which other kinds need none of
    from generator.render import pdf  # noqa: PLC0415  # likewise

    made = pdf.render(document(job))
    return Rendered(None if has_errors(made.diagnostics) else made.data, made.diagnostics)


KIND = DocumentKind("risk_report", Text("风险报告", "Risk report"), ".pdf", items, render, internal=True)
