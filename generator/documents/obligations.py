"""The ledger of obligations: what each party owes by the contract, due when, on what evidence, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from generator import locale
from generator.derive.obligations import Obligation, ObligationState, obligations
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.articles import headings, write
from generator.documents.choices import applied
from generator.documents.clauses import load
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale.spans import duration_text, period_text
from generator.model.common import Side
from generator.model.project import Project
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class LedgerRow:
    """One obligation in the words of the ledger."""

    what: str
    due: str
    clause: str
    evidence: str
    state: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the one ledger of a project."""
    return (Item("", f"合同义务台账_{project.contract.number}", ("contract",)),)


def render(job: Job) -> Rendered:
    """Return the ledger as a Word document, or everything that is missing or wrong."""
    project, language, context = job.project, job.language, scope(job.project)
    clauses, _ = applied(load(job.library)[0], project.deviations, language)
    titles = headings(write(clauses, project.project.kind, context, language)[0], language)
    rows = obligations(project, project.project.as_of)
    sides = {
        side.value: view(
            tuple(_row(one, project, titles, language) for one in rows if one.party is side), None
        )
        for side in Side
    }
    number = project.contract.number
    return word.render(
        job, "obligations.docx", Layer(context, {"ledger": sides}), say(language, "obligations"), number
    )


def _row(one: Obligation, project: Project, titles: Mapping[str, str], language: str) -> LedgerRow:
    kind, colon = label(language, one.kind), "：" if language.startswith("zh") else ": "
    what = f"{kind}{colon}{one.text}" if one.text else kind
    if one.period:
        what += f"（{period_text(one.period, language)}）"
    if one.amount is not None:
        what += f"，{locale.money(one.amount, project.contract.currency.value)}"
    clause = titles.get(one.clause, "").split("\u3000")[0]
    evidence = say(language, f"evidence_{one.kind}")
    return LedgerRow(what, _due(one, language), clause or "—", evidence, _state(one, language))


def _due(one: Obligation, language: str) -> str:
    day = locale.date_text(one.due, language) if one.due else ""
    if one.state is ObligationState.LASTING:
        return say(language, "obligation_until", day) if day else say(language, "obligation_throughout")
    if day:
        return day
    return say(
        language,
        "obligation_after" if one.within else "obligation_whenever",
        duration_text(one.within, language) if one.within else "",
    )


def _state(one: Obligation, language: str) -> str:
    if one.state is ObligationState.DONE and one.done_on:
        return say(language, "obligation_done", locale.date_text(one.done_on, language))
    if one.state is ObligationState.OVERDUE:
        return say(language, "obligation_late", one.days_overdue)
    return label(language, one.state)


KIND = DocumentKind("obligations", Text("合同义务台账", "Ledger of obligations"), ".docx", items, render)
