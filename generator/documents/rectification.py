"""The notice to rectify (整改通知书): what was found, what is required by when, the reply and the re-checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.score import Line, evaluate
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.arithmetic import measure
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.numbers import article, articles_of
from generator.documents.word import say
from generator.locale import number, words
from generator.locale.spans import period_text
from generator.model.project import Project
from generator.model.remedy import Rectification, RectificationProblem
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class Row:
    """One problem as the notice prints it; ``basis`` names the KPI with target, value and score, or the clause."""

    text: str
    basis: str
    severity: str
    requirement: str
    evidence: str


def items(project: Project) -> tuple[Item, ...]:
    """Return one notice for each rectification."""
    return tuple(
        Item(one.id, f"整改通知书_{one.number}", ("rectifications", at))
        for at, one in enumerate(project.rectifications)
    )


def render(job: Job) -> Rendered:
    """Return the notice as a Word document, or everything that is missing or wrong."""
    index = int(job.item.route[1])
    project, notice = job.project, job.project.rectifications[index]
    context = scope(project)
    titles = articles_of(job, context)
    people = {one.id: one for one in project.contacts}
    own: Mapping[str, object] = {
        "notice": view(project).rectifications[index],
        "rows": view(tuple(_rows(job, notice, titles)), None),
        "owner": view(people[notice.owner], None),
        "issuer": view(people[notice.issuer], None),
        "checks": view(
            tuple((one.date, people[one.by].name, one.result, one.note or "") for one in notice.rechecks),
            None,
        ),
        "period": _period(project, notice, job.language),
    }
    title = f"{say(job.language, 'rectification')} {notice.number}"
    return word.render(job, "rectification.docx", Layer(context, own), title, project.contract.number)


def _rows(job: Job, notice: Rectification, titles: Mapping[str, str]) -> Iterator[Row]:
    lines = _lines(job.project, notice)
    dash = say(job.language, "none_given")
    for one in notice.problems:
        severity = words(job.language).label("severity", one.severity.value) if one.severity else dash
        yield Row(one.text, _basis(job, one, lines, titles), severity, one.requirement, one.evidence or dash)


def _basis(job: Job, one: RectificationProblem, lines: Mapping[str, Line], titles: Mapping[str, str]) -> str:
    parts = [article(titles, one.clause)] if one.clause else []
    line = lines.get(one.kpi or "")
    if line is not None and line.actual is not None:
        target, actual = measure(line.kpi.target, line.kpi), measure(line.actual, line.kpi)
        parts.append(
            say(job.language, "rectification_kpi", line.kpi.name, target, actual, number(line.score))
        )
    elif one.kpi:
        parts.append(next(kpi.name for kpi in job.project.kpis if kpi.id == one.kpi))
    return "\n".join(parts) or say(job.language, "none_given")


def _lines(project: Project, notice: Rectification) -> Mapping[str, Line]:
    """Return the lines of the evaluation that led to the notice by the KPI's id."""
    found = next((one for one in project.evaluations if one.id == notice.evaluation), None)
    return {line.kpi.id: line for line in evaluate(project, found).lines} if found else {}


def _period(project: Project, notice: Rectification, language: str) -> str:
    found = next((one for one in project.evaluations if one.id == notice.evaluation), None)
    return period_text(found.period, language) if found else ""


KIND = DocumentKind("rectification", Text("整改通知书", "Notice to rectify"), ".docx", items, render)
