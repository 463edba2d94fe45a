"""The contract draft: clauses of the library and the project's facts in the Word template ``contract.docx``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from generator.derive.money import split_tax
from generator.diagnostics import Text, has_errors
from generator.documents import contract_tables, word
from generator.documents.articles import write
from generator.documents.clauses import load
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.render.view import view

DRAFT_STATES = frozenset({ProjectState.DRAFT, ProjectState.REVIEW})
"""In these states every page carries the watermark."""


def items(project: Project) -> tuple[Item, ...]:
    """Return the one contract of a project."""
    contract = project.contract
    return (Item("", f"合同_{contract.number}_{contract.version}", ("contract",)),)


def render(job: Job) -> Rendered:
    """Return the contract as a Word document, or everything that is missing or wrong."""
    clauses, unread = load(job.library)
    context = scope(job.project)
    blocks, wrong = write(clauses, job.project.project.kind, context, job.language)
    contract = job.project.contract
    about = word.properties(job, f"{contract.title} {contract.version}", contract.number)
    rendered = word.render(job, "contract.docx", {**context, "blocks": blocks}, about)
    findings = tuple(dict.fromkeys((*unread, *wrong, *rendered.diagnostics)))
    return Rendered(None if has_errors(findings) else rendered.body, findings)


def scope(project: Project) -> Mapping[str, object]:
    """Return the names that clauses and template may use: every section of the project, and what is derived."""
    seen = view(project)
    price = project.contract.price
    lines = contract_tables.price_lines(project)
    instalments = contract_tables.instalments(project)
    return {
        **{field.name: getattr(seen, field.name) for field in fields(project)},
        "draft": project.project.state in DRAFT_STATES,
        "amounts": view(split_tax(price.gross, price.tax_rate, price.currency), None),
        "instalments": view(instalments, None),
        "instalments_total": sum((row.amount for row in instalments), Decimal(0)),
        "price_lines": view(lines, None),
        "lines_total": sum((row.amount for row in lines), Decimal(0)),
        "grades": view(contract_tables.grades(project), None),
        "weight_total": sum((kpi.weight for kpi in project.kpis), Decimal(0)),
        "deliverables": view(contract_tables.deliverables(project), None),
        "project_contacts": view(contract_tables.contacts(project), None),
        "meeting_rules": view(contract_tables.meetings(project), None),
        "owed_reports": view(contract_tables.reports(project), None),
    }


KIND = DocumentKind("contract", Text("合同草案", "Contract draft"), ".docx", items, render)
