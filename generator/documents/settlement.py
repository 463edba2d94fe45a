"""The settlement sheet of one evaluated period: fee, what the score does to it, commission, rebate, damages, and what is left."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.claims import working
from generator.derive.kinds import payee
from generator.derive.periods import span, written
from generator.derive.settlement import Line, LineKind, Statement, statements
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.numbers import article, articles_of
from generator.documents.word import say
from generator.locale import money, number, percent
from generator.model.project import Project
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view

MINUS = "−"


@record
class Row:
    """One line of the sheet as text: what it is, how it comes about, the clause, the record, the signed amount."""

    what: str
    working: str
    clause: str
    source: str
    amount: str


def items(project: Project) -> tuple[Item, ...]:
    """Return a sheet for each evaluation that money hangs on."""
    return tuple(
        Item(one.evaluation.id, f"绩效结算单_{written(one.evaluation.period)}", ("evaluations",))
        for one in statements(project)
    )


def render(job: Job) -> Rendered:
    """Return the sheet as a Word document, or everything that is missing or wrong."""
    project, language = job.project, job.language
    made = next(one for one in statements(project) if one.evaluation.id == job.item.key)
    context = scope(project)
    titles = articles_of(job, context)
    first, last = span(made.evaluation.period)
    own: Mapping[str, object] = {
        "number": f"{project.contract.number}/{written(made.evaluation.period)}",
        "period": made.evaluation.period,
        "first": first,
        "last": last,
        "evaluation": view(made.evaluation, None),
        "total": number(made.result.total) if made.result.scored else say(language, "none_given"),
        "grade": made.result.grade.label if made.result.scored else say(language, "none_given"),
        "rows": view(tuple(_row(job, made, one, titles) for one in made.lines), None),
        "net": abs(made.net),
        "debtor": made.payer if made.net >= 0 else payee(project.project.kind),
        "creditor": payee(project.project.kind) if made.net >= 0 else made.payer,
        "deducted": made.deducted + made.before,
    }
    title = f"{say(language, 'settlement')} {written(made.evaluation.period)}"
    return word.render(job, "settlement.docx", Layer(context, own), title, project.contract.number)


def _row(job: Job, made: Statement, one: Line, titles: Mapping[str, str]) -> Row:
    language, currency = job.language, job.project.contract.currency.value
    kind = label(language, one.kind)
    what = say(language, "settlement_line", kind, one.about) if one.about else kind
    sign = MINUS if one.amount < 0 else ""
    return Row(
        what,
        _working(job, made, one),
        article(titles, one.clause),
        one.source or written(made.evaluation.period),
        f"{sign}{money(abs(one.amount), currency)}",
    )


def _working(job: Job, made: Statement, one: Line) -> str:
    """Return the arithmetic of a line, to be checked with a pocket calculator."""
    language, currency = job.language, job.project.contract.currency.value
    amount = money(abs(one.amount), currency)
    if one.kind is LineKind.CLAIM:
        return _claim(job, one)
    if one.kind is LineKind.OVER_CAP and one.base is not None and one.percent is not None:
        earlier = money(made.before, currency)
        return say(language, "settlement_cap", money(one.base, currency), percent(one.percent), earlier)
    if one.base is not None and one.percent is not None:
        return f"{money(one.base, currency)} × {percent(one.percent)} = {amount}"
    if one.base is not None:
        return say(language, f"settlement_{one.kind.value}", money(one.base, currency))
    return say(language, "settlement_agreed")


def _claim(job: Job, one: Line) -> str:
    language, project = job.language, job.project
    currency = project.contract.currency.value
    claim = next(each for each in project.claims if each.id == one.source)
    made = working(project, claim)
    factors = [money(made.base, currency)]
    factors += [percent(made.rate)] if made.rate is not None else []
    if made.due is not None:
        factors.append(say(language, "settlement_days", made.times))
    elif made.times > 1:
        factors.append(str(made.times))
    text = " × ".join(factors)
    if len(factors) > 1:
        text += f" = {money(made.amount, currency)}"
    if made.cap is not None:
        key = "settlement_capped" if made.payable < made.amount else "settlement_below_cap"
        text += say(language, key, money(made.cap, currency))
    return text


KIND = DocumentKind("settlement", Text("绩效结算单", "Settlement sheet"), ".docx", items, render)
