"""The evaluation form to be filled by hand: the rules are printed, actual values and scores are left to write."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.evaluation import bonus_rows, plain_row, shared, veto_text
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import percent
from generator.model.performance import Scoring
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
        "rated": view(tuple(kpi.name for kpi in project.kpis if kpi.scoring is Scoring.RATED), None),
        "rolling": view(tuple(_rolling(project, job.language)), None),
        "bonuses": view(tuple(bonus_rows(project, job.language)), None),
        "vetoes": view(tuple(veto_text(veto, job.language) for veto in project.assessment.vetoes), None),
    }
    return word.render(job, "evaluation_blank.docx", context, "绩效评价表（空白）", project.contract.number)


def _rolling(project: Project, language: str) -> Iterator[tuple[str, str]]:
    """Yield each period of the rolling score with its agreed weight, the latest first."""
    for age, weight in enumerate(project.assessment.rolling):
        name = say(language, "evaluation_age", age) if age else say(language, "evaluation_age_now")
        yield name, percent(weight)


KIND = DocumentKind(
    "evaluation_blank", Text("绩效评价表（空白）", "Evaluation form, blank"), ".docx", items, render
)
