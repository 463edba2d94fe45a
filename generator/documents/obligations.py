"""The ledger of obligations: what each party owes by the contract, due when, on what evidence, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from generator import locale
from generator.derive.obligation import Obligation, ObligationState
from generator.derive.obligations import obligations
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.numbers import article, articles_of
from generator.documents.word import say
from generator.locale import words
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
    titles = articles_of(job, context)
    rows = obligations(project, project.project.as_of)
    sides = {
        side.value: view(
            tuple(_row(one, project, titles, language) for one in rows if one.party is side), None
        )
        for side in Side
    }
    years = sorted({year for one in rows for year in one.unpublished})
    own = {"ledger": sides, "years": view(tuple(map(str, years)), None)}
    number = project.contract.number
    return word.render(job, "obligations.docx", Layer(context, own), say(language, "obligations"), number)


def _row(one: Obligation, project: Project, titles: Mapping[str, str], language: str) -> LedgerRow:
    evidence = words(language).label("obligation_evidence", one.kind.value)
    return LedgerRow(
        _what(one, project, language),
        _due(one, language),
        article(titles, one.clause),
        f"{evidence}{_colon(language)}{one.paper}" if one.paper else evidence,
        _state(one, language),
    )


def _what(one: Obligation, project: Project, language: str) -> str:
    currency = project.contract.currency
    kind = label(language, one.kind)
    text = label(language, one.security) if one.security else one.text
    what = f"{kind}{_colon(language)}{text}" if text else kind
    if one.period or one.every:
        often = period_text(one.period, language) if one.period else label(language, one.every)
        what += _aside(often, language)
    if one.amount is not None:
        what += say(language, "obligation_amount", locale.money(one.amount, currency.value))
    return what


def _colon(language: str) -> str:
    return "：" if language.startswith("zh") else ": "


def _aside(text: str, language: str) -> str:
    return f"（{text}）" if language.startswith("zh") else f" ({text})"


def _due(one: Obligation, language: str) -> str:
    day = locale.date_text(one.due, language) if one.due else ""
    span = duration_text(one.within, language) if one.within else ""
    lasting = one.state in (ObligationState.LASTING, ObligationState.ENDED)
    if one.moved_from:
        return say(language, "obligation_moved", day, locale.date_text(one.moved_from, language))
    if day:
        return say(language, "obligation_until", day) if lasting else day
    if one.after:
        rule = "obligation_before" if one.ahead else "obligation_after" if span else "obligation_upon"
        return say(language, rule, one.subject, label(language, one.after), span)
    if lasting:
        return say(language, "obligation_at_least", span) if span else say(language, "obligation_throughout")
    return say(language, "none_given")


def _state(one: Obligation, language: str) -> str:
    if one.done_on:
        day = locale.date_text(one.done_on, language)
        if one.days_late:
            return say(language, "obligation_done_late", day, one.days_late)
        return say(language, "obligation_done", day)
    if one.state is ObligationState.OVERDUE:
        return say(language, "obligation_late", one.days_overdue)
    return label(language, one.state)


KIND = DocumentKind("obligations", Text("合同义务台账", "Ledger of obligations"), ".docx", items, render)
