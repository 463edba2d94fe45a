"""The record of improvements (改进记录表): what was found, what was done, and what the KPI was before and after."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.improvements import Progress, progress
from generator.derive.readings import Reading
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.arithmetic import measure
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text
from generator.locale.spans import period_text
from generator.model.project import Project
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class Row:
    """One improvement as text; figures of its KPI with their periods."""

    id: str
    finding: str
    measure: str
    owner: str
    due: str
    kpi: str
    before: str
    after: str
    state: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the one record of a project with improvements."""
    return (
        (Item("", f"改进记录表_{project.contract.number}", ("improvements",)),)
        if project.improvements
        else ()
    )


def render(job: Job) -> Rendered:
    """Return the record as a Word document, or everything that is missing or wrong."""
    project = job.project
    on = project.project.as_of
    rows = tuple(_row(job, progress(project, one, on)) for one in project.improvements)
    own: Mapping[str, object] = {"rows": view(rows, None)}
    title = say(job.language, "improvement")
    return word.render(job, "improvement.docx", Layer(scope(project), own), title, project.contract.number)


def _row(job: Job, found: Progress) -> Row:
    one, language = found.improvement, job.language
    dash = say(language, "none_given")
    finding = (
        say(language, "improvement_cause", one.finding, one.root_cause) if one.root_cause else one.finding
    )
    if one.source:
        finding = say(language, "improvement_source", finding, one.source)
    kind = f"（{label(language, one.category)}）" if one.category else ""
    state = label(language, found.state)
    if one.verified_on:
        state = f"{state}，{date_text(one.verified_on, language)}"
    return Row(
        one.id,
        finding,
        f"{one.measure}{kind}",
        next(each.name for each in job.project.contacts if each.id == one.owner),
        date_text(one.due, language),
        found.kpi.name if found.kpi else dash,
        _value(found, found.before, language) or dash,
        _value(found, found.last, language) or dash,
        f"{state}\n{one.effect}" if one.effect else state,
    )


def _value(found: Progress, one: Reading | None, language: str) -> str:
    if one is None or one.value is None or found.kpi is None:
        return ""
    return f"{measure(one.value, found.kpi)}\n{period_text(one.period, language)}"


KIND = DocumentKind("improvement", Text("改进记录表", "Record of improvements"), ".docx", items, render)
