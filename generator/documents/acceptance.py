"""The acceptance form of one deliverable: what was agreed is printed, what is found on the day is left to write."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.changes import added, moved
from generator.derive.durations import end_of
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.contract_tables import InstalmentRow, deliverables, instalments
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text
from generator.model.delivery import Deliverable
from generator.model.price import PaymentEvent
from generator.model.project import Project
from generator.render.scope import Layer
from generator.render.view import unwrap, view


def items(project: Project) -> tuple[Item, ...]:
    """Return a form for each deliverable."""
    return tuple(
        Item(one.id, f"验收单_{one.id}", ("contract", "deliverables", index))
        for index, one in enumerate(project.contract.deliverables)
    )


def render(job: Job) -> Rendered:
    """Return the form as a Word document, or everything that is missing or wrong."""
    project, index = job.project, int(job.item.route[-1])
    one, number = project.contract.deliverables[index], project.contract.number
    own: Mapping[str, object] = {
        "number": f"{number}/{one.id}",
        "row": view(deliverables(project)[index], None),
        "moved": view(moved(project).get(("deliverable", one.id)), None),
        "inspection": project.contract.inspection,
        "rectification": project.contract.rectification,
        "inspection_due": view(_inspection_due(project, one, job.language), None),
        "instalments": view(_waiting(project, one), None),
    }
    title = f"{say(job.language, 'acceptance')} {one.name}"
    return word.render(job, "acceptance.docx", Layer(scope(project), own), title, number)


def _inspection_due(project: Project, one: Deliverable, language: str) -> str | None:
    """Return the day by which Party A has to inspect what was delivered, with what it still depends on."""
    period = project.contract.inspection
    if one.delivered_on is None or period is None:
        return None
    due = end_of(one.delivered_on, period)
    day = date_text(due.day)
    years = ", ".join(map(str, due.unpublished))
    return say(language, "acceptance_unpublished", day, years) if years else day


def _waiting(project: Project, one: Deliverable) -> tuple[InstalmentRow, ...]:
    """Return the instalments that fall due upon the acceptance of ``one``, with what signed changes add to them."""
    rows = instalments(project, added(project, project.project.as_of))
    return tuple(
        row
        for row, instalment in ((row, unwrap(row.instalment)) for row in rows)
        if instalment.event is PaymentEvent.ACCEPTANCE and instalment.deliverable == one.id
    )


KIND = DocumentKind("acceptance", Text("验收单", "Acceptance form"), ".docx", items, render)
