"""The evaluation form to be filled by hand: the rules are printed, actual values and scores are left to write."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.evaluation import plain_row, shared
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.project import Project
from generator.render.view import view


def items(_: Project) -> tuple[Item, ...]:
    """Return the one blank form of a project."""
    return (Item("", "绩效评价表_空白", ("assessment",)),)


def render(job: Job) -> Rendered:
    """Return the blank form as a Word document, or everything that is missing or wrong."""
    project = job.project
    context = {
        **shared(project, job.language),
        "rows": view(tuple(plain_row(kpi, job.language) for kpi in project.kpis), None),
        "vetoes": view(tuple(veto.text for veto in project.assessment.vetoes), None),
    }
    return word.render(job, "evaluation_blank.docx", context, "绩效评价表（空白）", project.contract.number)


KIND = DocumentKind(
    "evaluation_blank", Text("绩效评价表（空白）", "Evaluation form, blank"), ".docx", items, render
)
