"""The contract draft: clauses of the library and the project's facts in the Word template ``contract.docx``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from functools import partial

from generator.derive.damages import late_delivery, late_payment
from generator.derive.kinds import payee, payer
from generator.derive.money import rates, split_price, tax_parts
from generator.derive.score import method
from generator.derive.settlement import touches_money
from generator.diagnostics import Diagnostic, Text, has_errors
from generator.documents import contract_tables, word
from generator.documents.articles import Block, contents, paragraphs, write
from generator.documents.choices import applied
from generator.documents.clauses import ClausePart, load
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.proof import proofread
from generator.model.price import SecurityType
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.render.scope import Layer, Lazy
from generator.render.view import view
from generator.resources import Library

DRAFT_STATES = frozenset({ProjectState.DRAFT, ProjectState.REVIEW})
"""In these states every page carries the watermark."""


def items(project: Project) -> tuple[Item, ...]:
    """Return the one contract of a project."""
    contract = project.contract
    return (Item("", f"合同_{contract.number}_{contract.version}", ("contract",)),)


def render(job: Job) -> Rendered:
    """Return the contract as a Word document, or everything that is missing or wrong."""
    context = scope(job.project)
    blocks, wrong = _written(job.project, context, job.library, job.language)
    annexes = sum(block.kind == ClausePart.ANNEX for block in blocks)
    made = {"blocks": blocks, "contents": contents(blocks, job.language), "annexed": annexes > 0}
    named = Layer(context, made)
    contract = job.project.contract
    title = f"{contract.title} {contract.version}"
    rendered = word.render(job, "contract.docx", named, title, contract.number)
    findings = tuple(dict.fromkeys((*wrong, *rendered.diagnostics)))
    return Rendered(None if has_errors(findings) else rendered.body, findings)


def reading(project: Project, library: Library, language: str) -> tuple[Diagnostic, ...]:
    """Return what is missing or reads wrong in the text of the contract, without making the document."""
    return tuple(dict.fromkeys(_written(project, scope(project), library, language)[1]))


def _written(
    project: Project, context: Mapping[str, object], library: Library, language: str
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the text of the contract, and what is missing or reads wrong in it."""
    found, unread = load(library)
    clauses, unfit = applied(found, project.deviations, language)
    blocks, wrong = write(clauses, project.project.kind, context, language)
    return blocks, (*unread, *unfit, *wrong, *proofread(paragraphs(blocks), project))


def scope(project: Project) -> Mapping[str, object]:
    """Return the names that clauses and template may use: every section of the project, and what is derived.

    Nothing is read of the project before it is asked for, so that a document is made from what it prints.
    """
    return Lazy(
        {
            **{section.name: partial(_section, project, section.name) for section in fields(Project)},
            "payer": lambda: payer(project.project.kind),
            "payee": lambda: payee(project.project.kind),
            "currency": lambda: project.contract.currency,
            "securities": lambda: view(contract_tables.securities(project), None),
            "has_earnest": lambda: any(
                one.type is SecurityType.EARNEST for one in project.contract.securities
            ),
            "products": lambda: view(contract_tables.products(project), None),
            "draft": lambda: project.project.state in DRAFT_STATES,
            "several_rates": lambda: (
                project.contract.price is not None and len(rates(project.contract.price)) > 1
            ),
            "tax_parts": lambda: view(
                tax_parts(project.contract.price) if project.contract.price else (), None
            ),
            "amounts": lambda: view(_amounts(project), None),
            "instalments": lambda: view(contract_tables.instalments(project), None),
            "late_payment_example": lambda: view(late_payment(project.contract), None),
            "late_delivery_example": lambda: view(late_delivery(project.contract), None),
            "some_expected": lambda: any(row.expected for row in contract_tables.instalments(project)),
            "instalments_total": lambda: _total(row.amount for row in contract_tables.instalments(project)),
            "price_lines": lambda: view(contract_tables.price_lines(project), None),
            "lines_total": lambda: _total(row.amount for row in contract_tables.price_lines(project)),
            "grades": lambda: view(contract_tables.grades(project), None),
            "assessed_money": lambda: touches_money(project),
            "scorings": lambda: tuple(
                {one.value for kpi in project.kpis for one in (kpi.scoring, method(kpi))}
            ),
            "bonuses": lambda: view(contract_tables.bonuses(project), None),
            "veto_caps": lambda: any(one.score_cap is not None for one in project.assessment.vetoes),
            "weight_total": lambda: _total(kpi.weight for kpi in project.kpis),
            "deliverables": lambda: view(contract_tables.deliverables(project), None),
            "project_contacts": lambda: view(contract_tables.contacts(project), None),
            "meeting_rules": lambda: view(contract_tables.meetings(project), None),
            "owed_reports": lambda: view(contract_tables.reports(project), None),
        }
    )


def _section(project: Project, name: str) -> object:
    return view(getattr(project, name), (name,))


def _amounts(project: Project) -> object:
    price = project.contract.price
    return split_price(price) if price else None


def _total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


KIND = DocumentKind("contract", Text("合同草案", "Contract draft"), ".docx", items, render, order=0)
