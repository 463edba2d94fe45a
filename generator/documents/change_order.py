"""The change order: what a change makes of the contract, for both parties to sign (Civil Code 543, 544)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.changes import date_changes, price_change
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.articles import headings, write
from generator.documents.choices import applied
from generator.documents.clauses import load
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.model.change import ChangeItem
from generator.model.project import Project
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import View, view


@record
class ItemRow:
    """One item of a change with the heading that it belongs to."""

    item: View
    heading: str


def items(project: Project) -> tuple[Item, ...]:
    """Return a change order for each change."""
    return tuple(
        Item(one.id, f"变更单_{one.number}", ("changes", index)) for index, one in enumerate(project.changes)
    )


def render(job: Job) -> Rendered:
    """Return the change order as a Word document, or everything that is missing or wrong."""
    project, index = job.project, int(job.item.route[-1])
    one, context = project.changes[index], scope(project)
    clauses, _ = applied(load(job.library)[0], project.deviations, job.language)
    titles = headings(write(clauses, project.project.kind, context, job.language)[0], job.language)
    seen = view(project).changes[index]
    own: Mapping[str, object] = {
        "change": seen,
        "rows": view(
            tuple(
                ItemRow(shown, _heading(item, titles))
                for shown, item in zip(seen.items, one.items, strict=True)
            ),
            None,
        ),
        "price": view(price_change(project, one), None),
        "dates": view(date_changes(project, one), None),
    }
    title = f"{say(job.language, 'change_order')} {one.title}"
    return word.render(job, "change_order.docx", Layer(context, own), title, one.number)


def _heading(item: ChangeItem, titles: Mapping[str, str]) -> str:
    return item.about or titles.get(item.clause or "", item.clause or "")


KIND = DocumentKind("change_order", Text("变更单", "Change order"), ".docx", items, render)
