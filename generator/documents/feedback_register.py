"""The feedback register (反馈登记表): surveys by question, complaints with their days, support of both sides, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.derive.assistance import Served, served
from generator.derive.surveys import result
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text, number, percent
from generator.model.project import Project
from generator.model.support import Complaint
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class SurveyRow:
    """One survey: its score and, where answers are recorded, the mean of each question."""

    id: str
    day: str
    respondents: str
    score: str
    questions: str
    summary: str


@record
class ComplaintRow:
    """One complaint: days taken against the deadline, result and what it led to."""

    id: str
    received: str
    who: str
    text: str
    days: str
    result: str
    led_to: str


@record
class RequestRow:
    """One support request: who supports, hours taken against the promise."""

    id: str
    raised: str
    to: str
    level: str
    text: str
    response: str
    resolution: str


def items(project: Project) -> tuple[Item, ...]:
    """Return the one register of a project with feedback or support requests."""
    if project.feedback is None and project.assistance is None:
        return ()
    route = ("feedback",) if project.feedback else ("assistance",)
    return (Item("", f"反馈登记表_{project.contract.number}", route),)


def render(job: Job) -> Rendered:
    """Return the register as a Word document, or everything that is missing or wrong."""
    project = job.project
    people = {one.id: one.name for one in project.contacts}
    reviews = project.feedback.internal_reviews if project.feedback else ()
    own: Mapping[str, object] = {
        "surveys": view(tuple(_surveys(job)), None),
        "complaints": view(tuple(_complaints(job)), None),
        "requests": view(tuple(_requests(job)), None),
        "reviews": view(tuple((one.id, one.date, people[one.by], one.finding) for one in reviews), None),
    }
    title = say(job.language, "feedback_register")
    return word.render(
        job, "feedback_register.docx", Layer(scope(project), own), title, project.contract.number
    )


def _surveys(job: Job) -> Iterator[SurveyRow]:
    language = job.language
    dash = say(language, "none_given")
    for one in job.project.feedback.surveys if job.project.feedback else ():
        found = result(one)
        means = "\n".join(f"{each.text} {each.mean}" for each in found.questions) if found else dash
        people = str(one.respondents)
        if found and found.rate:
            people = say(language, "feedback_rate", one.respondents, one.sent, percent(found.rate.percent))
        score = say(language, "feedback_of", number(one.score), number(one.scale))
        yield SurveyRow(one.id, date_text(one.date, language), people, score, means, one.summary or dash)


def _complaints(job: Job) -> Iterator[ComplaintRow]:
    project, language = job.project, job.language
    dash = say(language, "none_given")
    measures = {one.id: one.measure for one in project.improvements}
    for one in project.feedback.complaints if project.feedback else ():
        text = f"{one.text}（{one.category}）" if one.category else one.text
        closed = one.result or dash
        if one.caused_by:
            closed = say(language, "feedback_cause", closed, label(language, one.caused_by))
        led = f"{one.led_to} {measures[one.led_to]}" if one.led_to in measures else dash
        yield ComplaintRow(
            one.id, date_text(one.received_on, language), one.complainant, text, _days(job, one), closed, led
        )  # fmt: skip


def _days(job: Job, one: Complaint) -> str:
    """Return how long the complaint took, or has been open, and whether it was in time."""
    language, end = job.language, one.closed_on or job.project.project.as_of
    taken, late = (end - one.received_on).days, (end - one.due).days
    key = "feedback_closed" if one.closed_on else "feedback_open"
    state = say(language, "feedback_late", late) if late > 0 else say(language, "feedback_in_time")
    return say(language, key, taken, state)


def _requests(job: Job) -> Iterator[RequestRow]:
    language = job.language
    support = job.project.assistance
    promises = {one.level: one for one in (support.promises if support else ())}
    for one in served(job.project, job.project.project.as_of):
        made = one.request
        promise = promises.get(made.level)
        yield RequestRow(
            made.id,
            f"{date_text(made.raised_on, language)} {made.raised_at:%H:%M}",
            label(language, made.to),
            made.level,
            made.text,
            _hours(job, one.response, promise.response_hours if promise else None, one, response=True),
            _hours(job, one.resolution, promise.resolution_hours if promise else None, one, response=False),
        )


def _hours(job: Job, taken: Decimal | None, promised: Decimal | None, one: Served, *, response: bool) -> str:
    language = job.language
    text = (
        say(language, "feedback_pending") if taken is None else say(language, "feedback_hours", number(taken))
    )
    if promised is not None:
        text = say(language, "feedback_promise", text, number(promised))
    late = one.late_response if response else one.late_resolution
    return say(language, "feedback_beyond", text) if late else text


KIND = DocumentKind(
    "feedback_register", Text("反馈登记表", "Feedback register"), ".docx", items, render, internal=True
)
