"""The legal review sheet: every opinion, how it was handled, and whether the contract may be signed. For Party A alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.reviews import stops
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.articles import headings, write
from generator.documents.choices import applied
from generator.documents.clauses import load
from generator.documents.contract import scope
from generator.documents.deviations import approval, way
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso
from generator.model.project import Project
from generator.model.support import LegalReview
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import View, view


@record
class ReviewRow:
    """One review with whether it keeps the contract from being signed."""

    review: View
    state: str
    answered: bool


@record
class DeviationRow:
    """One deviation: which clause, how it differs, why, and who has approved it."""

    clause: str
    way: str
    reason: str
    approval: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the sheet of a project with a review, a dispute or a position to negotiate from, none of another."""
    legal = project.legal is not None and (project.legal.reviews or project.legal.disputes)
    if not legal and not project.negotiation:
        return ()
    contract = project.contract
    stem = f"法律审查单_{contract.number}_{contract.version}"
    return (Item("", stem, ("legal",) if legal else ("negotiation",)),)


def render(job: Job) -> Rendered:
    """Return the sheet as a Word document, or everything that is missing or wrong."""
    project, language = job.project, job.language
    reviews = project.legal.reviews if project.legal else ()
    seen = view(project).legal.reviews if project.legal else ()
    rows = tuple(
        ReviewRow(shown, _state(one, language), one.answer is not None)
        for shown, one in zip(seen, reviews, strict=True)
    )
    own: Mapping[str, object] = {
        "rows": view(rows, None),
        "deviating": view(tuple(_deviations(job)), None),
        "waived": len(project.waivers),
        "conclusion": _conclusion(project, reviews, language),
    }
    number = project.contract.number
    return word.render(
        job, "legal_review.docx", Layer(scope(project), own), say(language, "legal_review"), number
    )


def _deviations(job: Job) -> Iterator[DeviationRow]:
    """Yield each deviation with its clause as the contract numbers it, or as the library names what is left out."""
    project, language = job.project, job.language
    library, _ = load(job.library)
    clauses, _ = applied(library, project.deviations, language)
    titles = {one.id: one.title.get(language, one.id) for one in library}
    titles |= headings(write(clauses, project.project.kind, scope(project), language)[0], language)
    for one in project.deviations:
        name = one.add or one.clause or ""
        yield DeviationRow(
            titles.get(name, name), way(one, language), one.reason, approval(project, one, language)
        )


def _state(one: LegalReview, language: str) -> str:
    if one.resolved_on:
        return say(language, "review_settled", date_iso(one.resolved_on))
    return say(language, "review_open" if stops(one) else "review_none")


def _conclusion(project: Project, reviews: tuple[LegalReview, ...], language: str) -> str:
    stopping = sum(stops(one) for one in reviews)
    unapproved = sum(one.approved_on is None for one in project.deviations)
    if stopping or unapproved:
        return say(language, "review_blocked", stopping, unapproved)
    return say(language, "review_ready" if reviews else "review_missing")


KIND = DocumentKind("legal_review", Text("法律审查单", "Legal review"), ".docx", items, render, internal=True)
