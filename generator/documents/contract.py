"""The contract draft: clauses of the library and the project's facts in the Word template ``contract.docx``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache

from generator.derive.money import split_tax
from generator.diagnostics import Diagnostic, Text, has_errors
from generator.documents import contract_tables
from generator.documents.articles import write
from generator.documents.clauses import load
from generator.documents.filters import filters
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.render.docx.engine import Template, compile_template
from generator.render.docx.properties import Properties
from generator.render.view import view

DRAFT_STATES = frozenset({ProjectState.DRAFT, ProjectState.REVIEW})
"""In these states every page carries the watermark."""


def items(project: Project) -> tuple[Item, ...]:
    """Return the one contract of a project."""
    contract = project.contract
    return (Item("", f"合同_{contract.number}_{contract.version}", ("contract",)),)


def render(job: Job) -> Rendered:
    """Return the contract as a Word document, or everything that is missing or wrong."""
    clauses, problems = load(job.library)
    context = scope(job.project)
    blocks, more = write(clauses, job.project.project.kind, context, job.language)
    name = f"{job.language}/contract.docx"
    template, wrong = _template(name, job.library.read(name), job.language)
    findings = (*problems, *more, *wrong)
    if template is None:
        return Rendered(None, findings)
    body, holes = template.render({**context, "blocks": blocks}, properties(job))
    findings = tuple(dict.fromkeys((*findings, *holes)))
    return Rendered(None if has_errors(findings) else body, findings)


def scope(project: Project) -> Mapping[str, object]:
    """Return the names that clauses and template may use: every section of the project, and what is derived."""
    seen = view(project)
    price = project.contract.price
    return {
        **{field.name: getattr(seen, field.name) for field in fields(project)},
        "draft": project.project.state in DRAFT_STATES,
        "amounts": view(split_tax(price.gross, price.tax_rate, price.currency), None),
        "instalments": view(contract_tables.instalments(project), None),
        "price_lines": view(contract_tables.price_lines(project), None),
        "deliverables": view(contract_tables.deliverables(project), None),
        "meeting_rules": view(contract_tables.meetings(project), None),
        "owed_reports": view(contract_tables.reports(project), None),
    }


def properties(job: Job) -> Properties:
    """Return what the document says of itself: title, the party that drew it up, and where it comes from."""
    contract, provenance = job.project.contract, job.provenance
    party_a = job.project.parties.party_a
    return Properties(
        title=f"{contract.title} {contract.version}"[:255],
        author=party_a.name[:255] if party_a else "",
        created=provenance.created,
        subject=contract.number[:255],
        language=job.language,
        custom={
            "spec_hash": provenance.spec_hash,
            "git_commit": provenance.git_commit,
            "tool_version": provenance.tool_version,
        },
    )


@lru_cache(maxsize=8)
def _template(name: str, raw: bytes, language: str) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    return compile_template(name, raw, filters(language))


KIND = DocumentKind("contract", Text("合同草案", "Contract draft"), ".docx", items, render)
