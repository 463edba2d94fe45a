"""The survey form (满意度调查表): questions with boxes to tick, for whoever is asked."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import number
from generator.model.project import Project
from generator.render.scope import Layer
from generator.render.view import view

MOST = 10
"""The largest scale with a box for each step; on a larger one the figure is written."""


def items(project: Project) -> tuple[Item, ...]:
    """Return a form for each survey with questions."""
    surveys = project.feedback.surveys if project.feedback else ()
    return tuple(
        Item(one.id, f"满意度调查表_{one.id}", ("feedback", "surveys", at))
        for at, one in enumerate(surveys)
        if one.questions
    )


def render(job: Job) -> Rendered:
    """Return the form as a Word document, or everything that is missing or wrong."""
    project = job.project
    survey = next(
        one for one in (project.feedback.surveys if project.feedback else ()) if one.id == job.item.key
    )
    steps = reversed(range(1, int(survey.scale) + 1))
    boxes = "　".join(f"□{step}" for step in steps) if survey.scale <= MOST else "（　　　　）"
    own: Mapping[str, object] = {
        "survey": view(survey, None),
        "boxes": boxes,
        "scale": number(survey.scale),
    }
    title = f"{say(job.language, 'survey_form')} {survey.id}"
    return word.render(job, "survey_form.docx", Layer(scope(project), own), title, project.contract.number)


KIND = DocumentKind("survey_form", Text("满意度调查表", "Survey form"), ".docx", items, render)
