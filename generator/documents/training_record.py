"""The training record (培训计划与签到表): the plan, results of what was held with who was absent, sign-in sheets for what comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text, join, number
from generator.model.project import Project
from generator.model.support import Attendance, Training
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class Result:
    """What one person achieved in a session."""

    name: str
    present: str
    score: str
    passed: str
    certificate: str


@record
class Session:
    """One training: its facts, results where it was held, else the people who are to sign."""

    topic: str
    day: str
    facts: str
    results: tuple[Result, ...]
    absent: str
    signers: tuple[str, ...]
    held: bool


def items(project: Project) -> tuple[Item, ...]:
    """Return the one record of a project with trainings."""
    return (Item("", f"培训记录_{project.contract.number}", ("training",)),) if project.training else ()


def render(job: Job) -> Rendered:
    """Return the record as a Word document, or everything that is missing or wrong."""
    project = job.project
    own: Mapping[str, object] = {"sessions": view(tuple(_sessions(job)), None)}
    title = say(job.language, "training_record")
    return word.render(
        job, "training_record.docx", Layer(scope(project), own), title, project.contract.number
    )


def _sessions(job: Job) -> Iterator[Session]:
    people = {one.id: one.name for one in (job.project.resources.people if job.project.resources else ())}
    language = job.language
    for one in sorted(job.project.training, key=lambda each: each.date):
        absent = [people[each.person] for each in one.attendance if not each.present]
        yield Session(
            one.topic,
            date_text(one.date, language),
            _facts(job, one),
            tuple(_result(job, one, each, people) for each in one.attendance),
            join(absent, language),
            tuple(people[each] for each in one.people),
            one.attended is not None or bool(one.attendance),
        )


def _facts(job: Job, one: Training) -> str:
    text = say(job.language, "training_facts", number(one.hours), one.trainer, one.audience)
    if one.planned is not None:
        text = say(job.language, "training_planned", text, one.planned)
    if one.attended is not None:
        text = say(job.language, "training_attended", text, one.attended)
    return say(job.language, "training_result", text, one.result) if one.result else text


def _result(job: Job, training: Training, one: Attendance, people: Mapping[str, str]) -> Result:
    language = job.language
    dash = say(language, "none_given")
    present = say(language, "training_present" if one.present else "training_absent")
    if one.made_up_on:
        present = say(language, "training_made_up", present, date_text(one.made_up_on, language))
    passed = dash
    if one.score is not None and training.pass_mark is not None:
        passed = say(language, "training_passed" if one.score >= training.pass_mark else "training_failed")
    certificate = one.certificate or dash
    if one.expires:
        certificate = say(language, "training_until", certificate, date_text(one.expires, language))
    return Result(
        people[one.person], present, dash if one.score is None else number(one.score), passed, certificate
    )


KIND = DocumentKind("training_record", Text("培训记录", "Training record"), ".docx", items, render)
