"""The report on one evaluation as a PDF: each line beside the period before, trends up to the period, what follows."""

from __future__ import annotations

from generator.diagnostics import Text, has_errors
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project


def items(project: Project) -> tuple[Item, ...]:
    """Return one report for each evaluation."""
    return tuple(
        Item(one.id, f"绩效评价报告_{one.id}", ("evaluations", index))
        for index, one in enumerate(project.evaluations)
    )


def render(job: Job) -> Rendered:
    """Return the report as a PDF, or what keeps it from being printed."""
    from generator.documents.evaluation_report.document import document  # noqa: PLC0415  # the PDF side, which other kinds need none of
    from generator.render import pdf  # noqa: PLC0415  # likewise

    made = pdf.render(document(job))
    return Rendered(None if has_errors(made.diagnostics) else made.data, made.diagnostics)


KIND = DocumentKind(
    "evaluation_report", Text("绩效评价报告", "Evaluation report"), ".pdf", items, render, internal=True
)
