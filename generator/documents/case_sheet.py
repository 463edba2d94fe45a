"""The case sheet (案例表): what went well or badly, why, and the lesson; for Party A alone."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.numbers import article, articles_of
from generator.documents.word import say
from generator.locale import join
from generator.model.project import Project
from generator.render.scope import Layer
from generator.render.view import view


def items(project: Project) -> tuple[Item, ...]:
    """Return the one sheet of a project with cases."""
    return (Item("", f"案例表_{project.contract.number}", ("cases",)),) if project.cases else ()


def render(job: Job) -> Rendered:
    """Return the sheet as a Word document, or everything that is missing or wrong."""
    project, language = job.project, job.language
    context = scope(project)
    titles = articles_of(job, context)
    risks = {one.id: one.title for one in project.risks}
    about = tuple(
        join(
            [f"{name} {risks[name]}" for name in one.risks]
            + ([article(titles, one.clause)] if one.clause else []),
            language,
        )
        for one in project.cases
    )
    own: Mapping[str, object] = {"rows": tuple(zip(view(project).cases, about, strict=True))}
    title = say(language, "case_sheet")
    return word.render(job, "case_sheet.docx", Layer(context, own), title, project.contract.number)


KIND = DocumentKind("case_sheet", Text("案例表", "Case sheet"), ".docx", items, render, internal=True)
