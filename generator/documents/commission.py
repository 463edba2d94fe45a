"""The commission statement of one settlement period: every step from the sales records to the amount payable."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.commission import ZERO, Settlement, settlements
from generator.derive.periods import written
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text
from generator.model.project import Project
from generator.render.scope import Layer
from generator.render.view import view


def items(project: Project) -> tuple[Item, ...]:
    """Return a statement for each settlement period that has records and has ended."""
    return tuple(
        Item(name, f"佣金结算单_{name}", ("sales_records",))
        for name in (written(row.period) for row in settlements(project, project.project.as_of))
    )


def render(job: Job) -> Rendered:
    """Return the statement as a Word document, or everything that is missing or wrong."""
    project, number = job.project, job.project.contract.number
    rows = settlements(project, project.project.as_of)
    row = next(row for row in rows if written(row.period) == job.item.key)
    own: Mapping[str, object] = {
        "number": f"{number}/{job.item.key}",
        "row": view(row, None),
        "taken_back": sum((one.amount for one in row.clawbacks), ZERO),
        "due": _due(row, job.language),
    }
    title = f"{say(job.language, 'commission')} {job.item.key}"
    return word.render(job, "commission.docx", Layer(scope(project), own), title, number)


def _due(row: Settlement, language: str) -> str:
    """Return the last day of payment at the earliest, with what it still depends on."""
    day = date_text(row.due.day, language)
    years = ", ".join(map(str, row.due.unpublished))
    return say(language, "acceptance_unpublished", day, years) if years else day


KIND = DocumentKind("commission", Text("佣金结算单", "Commission statement"), ".docx", items, render)
