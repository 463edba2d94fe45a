"""The letter of demand (催告函): what is owed by which clause, since when, what is demanded by when, and how it was delivered."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.demands import Demanded, demanded
from generator.derive.obligation import ObligationKind, other
from generator.diagnostics import Code, Place, Severity, Text, found
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.numbers import article, articles_of
from generator.documents.word import say
from generator.locale.spans import period_text
from generator.model.project import Project
from generator.model.remedy import Demand
from generator.render.scope import Layer
from generator.render.view import view

NOTHING_OWED = Code(
    "T190",
    Severity.ERROR,
    Text("催告的义务查不到", "the obligation that is demanded cannot be found"),
    Text(
        "催告函从合同义务台账取义务、条款和履行日期。所写的成果、里程碑、付款期次或者报告在发函日没有确定的履行日期（例如付款所等待的事件没有发生），催告函不能生成。核对编号、期间和发函日期。",
        "A letter of demand takes the obligation, its clause and its day from the ledger. What is named has no certain day on the day "
        "of the letter (such as a payment whose event has not happened). Check id, period and day.",
    ),
)
MAIN = frozenset({ObligationKind.PAYMENT, ObligationKind.DELIVERY, ObligationKind.MILESTONE})
"""Main duties: only their delay lets a party rescind after a demand (Civil Code 563 (1) 3)."""


def items(project: Project) -> tuple[Item, ...]:
    """Return one letter for each demand."""
    return tuple(
        Item(one.id, f"催告函_{one.number}", ("demands", at)) for at, one in enumerate(project.demands)
    )


def render(job: Job) -> Rendered:
    """Return the letter as a Word document, or everything that is missing or wrong."""
    index = int(job.item.route[1])
    project, demand = job.project, job.project.demands[index]
    owed = demanded(project, demand)
    if owed is None:
        message = Text(
            f"催告函 {demand.number}：找不到所催告的义务",
            f"demand {demand.number}: no such obligation is due",
        )
        return Rendered(None, (found(NOTHING_OWED, message, Place(job.item.route)),))
    title = f"{say(job.language, 'demand')} {demand.number}"
    context = scope(project)
    own = _own(job, index, owed, articles_of(job, context))
    return word.render(job, "demand.docx", Layer(context, own), title, project.contract.number)


def _own(job: Job, index: int, owed: Demanded, titles: Mapping[str, str]) -> Mapping[str, object]:
    """Return what the template sees beside the project: sender, addressee, the obligation in words, its clause and days."""
    project, demand, seen = job.project, job.project.demands[index], view(job.project)
    one = owed.obligation
    receiver = other(demand.by)
    issuer = next(contact for contact in project.contacts if contact.id == demand.issuer)
    return {
        "demand": seen.demands[index],
        "sender": getattr(seen.parties, demand.by.value),
        "receiver": getattr(seen.parties, receiver.value),
        "sender_side": demand.by,
        "receiver_side": receiver,
        "issuer": view(issuer, None),
        "what": _what(demand, owed, job.language),
        "clause": article(titles, one.clause),
        "owed": view(one, None),
        "days": owed.days,
        "is_payment": one.kind is ObligationKind.PAYMENT,
        "is_main": one.kind in MAIN,
    }


def _what(demand: Demand, owed: Demanded, language: str) -> str:
    one = owed.obligation
    text = say(language, "settlement_line", label(language, one.kind), one.text)
    return text if demand.period is None else f"{text}（{period_text(demand.period, language)}）"


KIND = DocumentKind("demand", Text("催告函", "Letter of demand"), ".docx", items, render)
