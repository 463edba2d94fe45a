"""The list of what was delivered and handed over: results, materials, and what is still outstanding of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator import locale
from generator.derive.changes import Moved, moved
from generator.derive.kinds import payee, payer
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
class ResultRow:
    """One deliverable with the day that a signed change has given it, if any."""

    deliverable: View
    moved: Moved | None


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
    project, kind = job.project, job.project.project.kind
    own: Mapping[str, object] = {
        "results": view(_results(project), None),
        "materials": view(_materials(project), None),
        "outstanding": tuple(_outstanding(project, job.language)),
        "from_side": payee(kind),
        "to_side": payer(kind),
        "from_party": getattr(view(project).parties, payee(kind)),
        "to_party": getattr(view(project).parties, payer(kind)),
    }
    title = say(job.language, "handover")
    return word.render(job, "handover.docx", Layer(scope(project), own), title, project.contract.number)


def _results(project: Project) -> tuple[ResultRow, ...]:
    days = moved(project)
    rows = zip(view(project).contract.deliverables, project.contract.deliverables, strict=True)
    return tuple(ResultRow(seen, days.get(("deliverable", one.id))) for seen, one in rows)


def _materials(project: Project) -> tuple[MaterialRow, ...]:
    if project.resources is None:
        return ()
    rows = zip(view(project).resources.materials, project.resources.materials, strict=True)
    return tuple(MaterialRow(seen, one.handed_over - one.returned) for seen, one in rows)


def _outstanding(project: Project, language: str) -> Iterator[str]:
    """Yield in words what is not delivered, not accepted and not returned; where nothing is, that alone."""
    rows, materials = project.contract.deliverables, project.resources.materials if project.resources else ()
    lists: Mapping[str, Iterable[str]] = {
        "undelivered": [one.name for one in rows if one.delivered_on is None],
        "unaccepted": [one.name for one in rows if one.delivered_on and one.accepted_on is None],
        "unreturned": [
            f"{one.name} {locale.number(one.handed_over - one.returned)} {one.unit}"
            for one in materials
            if one.handed_over > one.returned
        ],
    }
    found = [(key, locale.join(list(names), language)) for key, names in lists.items() if names]
    yield from (say(language, f"handover_{key}", names) for key, names in found)
    if not found:
        yield say(language, "handover_settled")


KIND = DocumentKind("handover", Text("交付与移交清单", "Delivery and handover list"), ".docx", items, render)
