"""The resource plan (资源配置表): people with qualification and load, who replaced whom, materials lent and outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text, number, percent
from generator.model.project import Project
from generator.model.support import Person
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class PersonRow:
    """One person as text."""

    name: str
    role: str
    qualification: str
    load: str
    assigned: str
    replacement: str


@record
class MaterialRow:
    """One thing lent: ``outstanding`` = handed over − returned."""

    name: str
    unit: str
    quantity: str
    handed_over: str
    returned: str
    outstanding: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the one plan of a project with resources."""
    return (Item("", f"资源配置表_{project.contract.number}", ("resources",)),) if project.resources else ()


def render(job: Job) -> Rendered:
    """Return the plan as a Word document, or everything that is missing or wrong."""
    project, found = job.project, job.project.resources
    people = found.people if found else ()
    names = {one.id: one.name for one in people}
    rows = tuple(_person(job, one, names) for one in people)
    materials = tuple(
        MaterialRow(
            one.name, one.unit, number(one.quantity), number(one.handed_over), number(one.returned),
            number(one.handed_over - one.returned),
        )
        for one in (found.materials if found else ())
    )  # fmt: skip
    own: Mapping[str, object] = {"people": view(rows, None), "materials": view(materials, None)}
    title = say(job.language, "resource_plan")
    return word.render(job, "resource_plan.docx", Layer(scope(project), own), title, project.contract.number)


def _person(job: Job, one: Person, names: Mapping[str, str]) -> PersonRow:
    language = job.language
    dash = say(language, "none_given")
    qualification = one.qualification or dash
    if one.qualification_expires:
        qualification = say(
            language, "training_until", qualification, date_text(one.qualification_expires, language)
        )
    days = [date_text(day, language) if day else "" for day in (one.assigned_from, one.assigned_until)]
    replacement = one.replacement or dash
    if one.replaces:
        replacement = say(language, "resource_replaces", names[one.replaces])
        if one.notified_on and one.approved_on:
            both = date_text(one.notified_on, language), date_text(one.approved_on, language)
            replacement = say(language, "resource_approved", replacement, *both)
    return PersonRow(
        one.name,
        one.role,
        qualification,
        percent(one.load_percent or Decimal(0)) if one.load_percent is not None else dash,
        say(language, "resource_assigned", *days) if any(days) else dash,
        replacement,
    )


KIND = DocumentKind("resource_plan", Text("资源配置表", "Resource plan"), ".docx", items, render)
