"""The risk register (风险登记册): every field of every risk, levels derived, for Party A alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.risk import history, level, live, magnitude
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.numbers import article, articles_of
from generator.documents.word import say
from generator.locale import date_iso, date_text, join, money, number
from generator.model.project import Project
from generator.model.risk import Exposure, Risk
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class Field:
    """One field of a risk: what it is called, and its text."""

    name: str
    text: str


@record
class Entry:
    """One risk: its line in the overview, and all its fields as name and text."""

    id: str
    title: str
    category: str
    inherent: str
    current: str
    residual: str
    response: str
    owner: str
    review: str
    status: str
    fields: tuple[Field, ...]


def items(project: Project) -> tuple[Item, ...]:
    """Return the one register of a project with risks."""
    return (Item("", f"风险登记册_{project.contract.number}", ("risks",)),) if project.risks else ()


def render(job: Job) -> Rendered:
    """Return the register as a Word document, or everything that is missing or wrong."""
    project = job.project
    context = scope(project)
    titles = articles_of(job, context)
    ranked = [one.id for one in live(project)]
    entries = tuple(_entry(job, one, titles, ranked) for one in project.risks)
    own: Mapping[str, object] = {"entries": view(entries, None), "live": len(ranked), "count": len(entries)}
    title = say(job.language, "risk_register")
    return word.render(job, "risk_register.docx", Layer(context, own), title, project.contract.number)


def _entry(job: Job, risk: Risk, titles: Mapping[str, str], ranked: list[str]) -> Entry:
    language = job.language
    inherent, current, residual = (
        _exposure(job, one) for one in (risk.inherent, risk.current, risk.residual)
    )
    fields = tuple(
        Field(say(language, f"register_{name}"), text)
        for name, text in _fields(job, risk, titles, ranked)
        if text
    )
    return Entry(
        risk.id, risk.title, label(language, risk.category), inherent, current, residual, label(language, risk.response),
        _name(job.project, risk.owner), date_iso(risk.review_on), label(language, risk.status), fields,
    )  # fmt: skip


def _exposure(job: Job, one: Exposure) -> str:
    found = label(job.language, level(one, job.project.risk_matrix))
    return f"{found}（{one.likelihood}×{one.impact}={magnitude(one)}）"


def _fields(job: Job, risk: Risk, titles: Mapping[str, str], ranked: list[str]) -> Iterator[tuple[str, str]]:
    project, language = job.project, job.language
    yield "raised_on", date_text(risk.raised_on, language)
    yield "priority", str(ranked.index(risk.id) + 1) if risk.id in ranked else ""
    yield "source", risk.source
    yield "cause", risk.cause
    yield "consequence", risk.consequence
    yield "trigger", "；".join([risk.trigger, *_limit(job, risk)])
    yield "controls", "；".join(risk.controls)
    yield "measures", "\n".join(_measures(job, risk))
    yield "party", label(language, risk.party) if risk.party else ""
    yield "reserve", money(risk.cost_reserve, project.contract.currency.value) if risk.cost_reserve else ""
    yield "knowledge", label(language, risk.knowledge) if risk.knowledge else ""
    yield "justification", risk.justification or ""
    yield "incidents", "\n".join(f"{date_text(one.date, language)}：{one.text}" for one in risk.incidents)
    yield "antecedents", join(list(risk.antecedents), language)
    yield "acceptance", _acceptance(job, risk)
    yield "clause", article(titles, risk.clause) if risk.clause else ""
    yield "kpi", next((one.name for one in project.kpis if one.id == risk.kpi), "")
    yield "actions", join(list(risk.actions), language)
    yield "history", "\n".join(_history(job, risk))
    yield "closed", _closed(job, risk)


def _limit(job: Job, risk: Risk) -> Iterator[str]:
    limit = risk.trigger_kpi
    if limit is None:
        return
    kpi = next(one for one in job.project.kpis if one.id == limit.kpi)
    key, value = ("below", limit.below) if limit.below is not None else ("above", limit.above)
    if value is not None:
        yield say(job.language, f"register_{key}", kpi.name, f"{number(value)}{kpi.unit}")


def _measures(job: Job, risk: Risk) -> Iterator[str]:
    for one in risk.measures:
        key = "register_measure_done" if one.done_on else "register_measure"
        days = [date_text(one.due, job.language)]
        days += [date_text(one.done_on, job.language)] if one.done_on else []
        yield say(job.language, key, one.text, _name(job.project, one.owner), *days)


def _acceptance(job: Job, risk: Risk) -> str:
    one = risk.acceptance
    if one is None:
        return ""
    days = date_text(one.approved_on, job.language), date_text(one.expires, job.language)
    return say(job.language, "register_accepted", _name(job.project, one.approver), *days)


def _history(job: Job, risk: Risk) -> Iterator[str]:
    for one in history(risk, job.project.project.as_of):
        note = f"，{one.note}" if one.note else ""
        yield f"{date_text(one.day, job.language)}：{_exposure(job, one.exposure)}{note}"


def _closed(job: Job, risk: Risk) -> str:
    day = date_text(risk.closed_on, job.language) if risk.closed_on else ""
    return "，".join(part for part in (day, risk.closed_because) if part)


def _name(project: Project, who: str) -> str:
    return next((one.name for one in project.contacts if one.id == who), who)


KIND = DocumentKind(
    "risk_register", Text("风险登记册", "Risk register"), ".docx", items, render, internal=True
)
