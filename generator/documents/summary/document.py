"""What the summary of a project is made of: its sections in order, and what the PDF says of itself."""

from __future__ import annotations

from generator.documents.kind import Job
from generator.documents.summary.agenda import agenda
from generator.documents.summary.changes import changes
from generator.documents.summary.compose import Section, compose
from generator.documents.summary.head import head, terms
from generator.documents.summary.meetings import meetings
from generator.documents.summary.page import Page
from generator.documents.summary.payments import milestones, payments
from generator.documents.summary.performance import performance
from generator.documents.summary.risks import risks
from generator.documents.summary.sales import sales
from generator.render import pdf

SECTIONS: tuple[Section, ...] = (
    ("terms", terms),
    ("due", agenda),
    ("performance", performance),
    ("sales", sales),
    ("risk", risks),
    ("meetings", meetings),
    ("changes", changes),
    ("milestones", milestones),
    ("payments", payments),
)
"""What stands in the summary, in this order, each with the word of its heading."""


def document(job: Job) -> pdf.Document:
    """Return everything that the PDF is made of."""
    page = Page(job.project, job.language, job.project.project.as_of, job.where)
    title = page.word("title", job.project.project.name)
    return compose(job, page, title, head(page), SECTIONS, page.word("footer", page.day(page.on)))
