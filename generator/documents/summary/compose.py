"""How every PDF report of a project is put together: numbered sections, and at the end the sources of its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.documents.kind import Job
from generator.documents.summary.page import Page, short
from generator.locale import chinese_number
from generator.render import pdf

Section = tuple[str, Callable[[Page], list[pdf.Block]]]
"""The word of a heading, and what stands under it; a section without content is left out."""


def compose(
    job: Job, page: Page, title: str, head: Sequence[pdf.Block], sections: Sequence[Section], footer: str
) -> pdf.Document:
    """Return everything that a PDF is made of."""
    profile, contract = job.project.project, job.project.contract
    blocks: list[pdf.Block] = [*head]
    number = 0
    for key, section in (*sections, ("sources", _sources)):
        content = section(page)
        if content:
            number += 1
            counted = chinese_number(number) if job.language.startswith("zh") else str(number)
            blocks += [pdf.Heading(page.word("heading", counted, page.word(key))), *content]
    # last, since where a document comes from is known when nothing more of the project is read
    properties = _properties(job, title)
    return pdf.Document(
        properties,
        blocks,
        lambda at, count: page.word("page", at, count),
        short(profile.name),
        short(contract.number),
        footer,
    )


def _sources(page: Page) -> list[pdf.Block]:
    table = page.sources.table(page.word("col_file"), page.word("col_lines"), page.language)
    return [pdf.Prose(page.word("sources_lead"), pdf.PLAIN, keep=True), *table] if table else []


def _properties(job: Job, title: str) -> pdf.Properties:
    party_a, provenance = job.project.parties.party_a, job.provenance
    return pdf.Properties(
        title=title,
        created=provenance.created,
        author=party_a.name if party_a else "",
        subject=job.project.contract.number,
        language=job.language,
        provenance=(
            ("SpecHash", provenance.spec_hash),
            ("GitCommit", provenance.git_commit),
            ("ToolVersion", provenance.tool_version),
        ),
    )
