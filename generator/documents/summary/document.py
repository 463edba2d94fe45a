"""What the summary of a project is made of: its sections in order, and what the PDF says of itself."""

from __future__ import annotations

from collections.abc import Callable

from generator.documents.kind import Job
from generator.documents.summary.agenda import agenda
from generator.documents.summary.changes import changes
from generator.documents.summary.head import head, terms
from generator.documents.summary.meetings import meetings
from generator.documents.summary.page import Page, short
from generator.documents.summary.payments import milestones, payments
from generator.documents.summary.performance import performance
from generator.documents.summary.risks import risks
from generator.documents.summary.sales import sales
from generator.locale import chinese_number
from generator.render import pdf

SECTIONS: tuple[tuple[str, Callable[[Page], list[pdf.Block]]], ...] = (
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
    profile, contract = job.project.project, job.project.contract
    page = Page(job.project, job.language, profile.as_of)
    blocks = head(page)
    number = 0
    for key, section in SECTIONS:
        content = section(page)
        if content:
            number += 1
            counted = chinese_number(number) if job.language.startswith("zh") else str(number)
            blocks += [pdf.Heading(page.word("heading", counted, page.word(key))), *content]
    footer = page.word("footer", page.day(page.on))
    # last, since where a document comes from is known when nothing more of the project is read
    properties = _properties(job, page)
    return pdf.Document(
        properties,
        blocks,
        lambda at, count: page.word("page", at, count),
        short(profile.name),
        short(contract.number),
        footer,
    )


def _properties(job: Job, page: Page) -> pdf.Properties:
    party_a, number = job.project.parties.party_a, job.project.contract.number
    title, provenance = page.word("title", job.project.project.name), job.provenance
    return pdf.Properties(
        title=title,
        created=provenance.created,
        author=party_a.name if party_a else "",
        subject=number,
        language=job.language,
        provenance=(
            ("SpecHash", provenance.spec_hash),
            ("GitCommit", provenance.git_commit),
            ("ToolVersion", provenance.tool_version),
        ),
    )
