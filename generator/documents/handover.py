"""The list of what was delivered and handed over: results, and materials with what is still outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.model.project import Project
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import View, view


@record
class MaterialRow:
    """Material of Party A with what has not come back: handed over less returned."""

    material: View
    outstanding: Decimal


def items(project: Project) -> tuple[Item, ...]:
    """Return the list of a project with results or materials, none of another."""
    materials = project.resources.materials if project.resources else ()
    contract = project.contract
    if not contract.deliverables and not materials:
        return ()
    return (Item("", f"交付与移交清单_{contract.number}", ("contract",)),)


def render(job: Job) -> Rendered:
    """Return the list as a Word document, or everything that is missing or wrong."""
    project = job.project
    own: Mapping[str, object] = {"materials": view(_materials(project), None)}
    title = say(job.language, "handover")
    return word.render(job, "handover.docx", Layer(scope(project), own), title, project.contract.number)


def _materials(project: Project) -> tuple[MaterialRow, ...]:
    if project.resources is None:
        return ()
    rows = zip(view(project).resources.materials, project.resources.materials, strict=True)
    return tuple(MaterialRow(seen, one.handed_over - one.returned) for seen, one in rows)


KIND = DocumentKind("handover", Text("交付与移交清单", "Delivery and handover list"), ".docx", items, render)
