"""The deviation report: where a contract differs from the standard text, why, and who has approved it. For Party A alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.articles import spoken, write
from generator.documents.choices import alternative, applied, without_effect
from generator.documents.clauses import Clause, load
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.marked import marked
from generator.documents.word import say
from generator.locale import date_iso
from generator.model.deviation import Deviation
from generator.model.project import Project
from generator.model.value import record
from generator.model.waiver import Waiver
from generator.render.docx.rich import Rich
from generator.render.scope import Layer
from generator.render.view import view

EMPTY = "· ；。;."
"""What is left of a paragraph or item that could not be filled."""

Lines = Mapping[str, tuple[str, ...]]


@record
class Shown:
    """One deviation: how it differs and from how firm a position, why, who may approve it, who has; both texts."""

    clause: str
    way: str
    grade: str
    reason: str
    approver: str
    approval: str
    standard: Rich
    present: Rich


@record
class Accepted:
    """One warning that is waived: which, where, why, and who has approved that."""

    code: str
    at: str
    reason: str
    approval: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the report of a project that deviates or waives a warning, none of one that does neither."""
    contract = project.contract
    stem = f"条款偏离报告_{contract.number}_{contract.version}"
    kept = "deviations" if project.deviations else "waivers"
    return (Item("", stem, (kept,)),) if project.deviations or project.waivers else ()


def render(job: Job) -> Rendered:
    """Return the report as a Word document, or what keeps it from being made.

    What is wrong in the contract itself is told by the contract; a standard text that this project cannot fill is
    shown as such.
    """
    project, language = job.project, job.language
    library, _ = load(job.library)
    context, kind = scope(project), project.project.kind
    clauses, unfit = applied(library, project.deviations, language)
    if unfit:
        return Rendered(None, ())
    standard = spoken(write(library, kind, context, language)[0])
    present = spoken(write(clauses, kind, context, language)[0])
    rows = tuple(_rows(project, {one.id: one for one in library}, standard, present, language))
    number = project.contract.number
    waived = tuple(_waived(project, one, language) for one in project.waivers)
    seen = Layer(context, {"rows": view(rows, None), "waived": view(waived, None)})
    made = word.render(job, "deviations.docx", seen, say(language, "deviations"), number)
    findings = (*made.diagnostics, *without_effect(project.deviations, standard, present))
    return Rendered(made.body, findings)


def _rows(
    project: Project, library: Mapping[str, Clause], standard: Lines, present: Lines, language: str
) -> Iterator[Shown]:
    for one in project.deviations:
        name = one.add or one.clause or ""
        before, after = standard.get(name, ()), present.get(name, ())
        chosen = alternative(library[name], one) if name in library else None
        grade = chosen.grade.value if chosen else "own"
        title = (after or before or (name,))[0]
        old, new = marked("\n".join(_filled(before, language)), "\n".join(_filled(after, language)))
        absent = Rich.text(say(language, "deviation_absent"))
        yield Shown(
            title if title == name else f"{title}（{name}）",
            way(one, language),
            say(language, f"deviation_{grade}"),
            one.reason,
            chosen.approver if chosen else say(language, "none_given"),
            approval(project, one, language),
            old if before else absent,
            new if after else absent,
        )


def _waived(project: Project, one: Waiver, language: str) -> Accepted:
    return Accepted(
        one.code,
        one.at or say(language, "deviation_everywhere"),
        one.reason,
        _approved(project, one.approved_by, one.approved_on, language),
    )


def way(one: Deviation, language: str) -> str:
    """Return in words how ``one`` differs from the standard text."""
    kinds = (("add", one.add), ("use", one.use), ("text", one.text))
    kind = next((name for name, given in kinds if given), "omit")
    return say(language, f"deviation_{kind}", one.use)


def _filled(lines: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the paragraphs behind the title; one that could not be filled is said to be so."""
    return tuple(line if line.strip(EMPTY) else say(language, "deviation_unfilled") for line in lines[1:])


def approval(project: Project, one: Deviation, language: str) -> str:
    """Return in words who has approved ``one`` and when, or that nobody has."""
    if one.approved_by is None or one.approved_on is None:
        return say(language, "deviation_unapproved")
    return _approved(project, one.approved_by, one.approved_on, language)


def _approved(project: Project, who: str, day: datetime.date, language: str) -> str:
    name = next((contact.name for contact in project.contacts if contact.id == who), who)
    return say(language, "deviation_approved", name, date_iso(day))


KIND = DocumentKind(
    "deviations", Text("条款偏离报告", "Deviation report"), ".docx", items, render, internal=True
)
