"""The legal review sheet: every opinion, how it was handled, and whether the contract may be signed. For Party A alone."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text
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


def items(project: Project) -> tuple[Item, ...]:
    """Return the sheet of a project with a review or a position to negotiate from, none of another."""
    if not project.negotiation and not (project.legal and project.legal.reviews):
        return ()
    contract = project.contract
    return (Item("", f"法律审查单_{contract.number}_{contract.version}", ("legal", "reviews")),)


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
        "deviating": len(project.deviations),
        "waived": len(project.waivers),
        "conclusion": _conclusion(project, reviews, language),
    }
    number = project.contract.number
    return word.render(
        job, "legal_review.docx", Layer(scope(project), own), say(language, "legal_review"), number
    )


def _state(one: LegalReview, language: str) -> str:
    if one.resolved_on:
        return say(language, "review_settled", date_text(one.resolved_on, language))
    return say(language, "review_open" if one.blocking else "review_none")


def _conclusion(project: Project, reviews: tuple[LegalReview, ...], language: str) -> str:
    stopping = sum(bool(one.blocking) and one.resolved_on is None for one in reviews)
    unapproved = sum(one.approved_on is None for one in project.deviations)
    if stopping or unapproved:
        return say(language, "review_blocked", stopping, unapproved)
    return say(language, "review_ready")


KIND = DocumentKind("legal_review", Text("法律审查单", "Legal review"), ".docx", items, render, internal=True)
