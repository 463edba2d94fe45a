"""The change order: what a change makes of the contract, for both parties to sign (Civil Code 543, 544)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.changes import date_changes, price_change
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found, has_errors
from generator.documents import word
from generator.documents.articles import headings, write
from generator.documents.choices import applied
from generator.documents.clauses import load
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.model.change import Change, ChangeItem, ChangeStatus
from generator.model.project import Project
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import View, view

NO_CLAUSE = Code(
    "T191",
    Severity.ERROR,
    Text("变更的条款不在本合同中", "A change of a clause that this contract has not"),
    Text(
        "这份合同的类型、条件或者条款偏离使它没有这一条，变更单写不出条号。改正 clause；不属于某一条的，用 about 写明事项。",
        "By its kind, its facts or its deviations this contract has no such clause, and there is no number to print. Correct "
        "“clause”, or name the matter under “about”.",
    ),
)


@record
class ItemRow:
    """One item of a change with the heading that it belongs to."""

    item: View
    heading: str


def items(project: Project) -> tuple[Item, ...]:
    """Return a change order for each change; what was rejected is not signed."""
    return tuple(
        Item(one.id, f"变更单_{one.number}", ("changes", index))
        for index, one in enumerate(project.changes)
        if one.status is not ChangeStatus.REJECTED
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
        "instalment": _instalment(project, one),
        "dates": view(date_changes(project, one), None),
    }
    title = f"{say(job.language, 'change_order')} {one.title}"
    made = word.render(job, "change_order.docx", Layer(context, own), title, one.number)
    findings = (*made.diagnostics, *_absent(one, index, titles))
    return Rendered(None if has_errors(findings) else made.body, findings)


def _instalment(project: Project, change: Change) -> View | None:
    rows = enumerate(project.contract.instalments)
    at = next((at for at, row in rows if row.id == change.instalment), None)
    return None if at is None else view(project).contract.payment.instalments[at]


def _heading(item: ChangeItem, titles: Mapping[str, str]) -> str:
    return item.about or titles.get(item.clause or "", item.clause or "")


def _absent(change: Change, index: int, titles: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield a finding for each clause that ``change`` names and the contract has not."""
    for at, item in enumerate(change.items):
        if item.clause is not None and item.clause not in titles:
            message = Text(f"本合同没有条款 {item.clause}", f"this contract has no clause {item.clause}")
            place = Place(("changes", index, "items", at, "clause"))
            yield found(NO_CLAUSE, message, place, hint=NO_CLAUSE.manual)


KIND = DocumentKind("change_order", Text("变更单", "Change order"), ".docx", items, render)
