"""An appeal on the evaluation form: what was appealed, and the result before and after, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.score import Line, Result
from generator.documents.arithmetic import measure, why_missing
from generator.documents.word import say
from generator.locale import date_text, number, percent, words
from generator.model.performance import Evaluation, MissingValue
from generator.model.project import Project
from generator.model.value import record


@record
class Item:
    """One KPI that is appealed, and why."""

    name: str
    claim: str


@record
class Compared:
    """One KPI, or the total, before and after the corrections; ``reason`` says why it was corrected."""

    name: str
    actual: str
    weight: str
    score: str
    weighted: str
    new_actual: str
    new_weight: str
    new_score: str
    new_weighted: str
    reason: str


@record
class Appealed:
    """An appeal as the form shows it; ``compared`` is empty where nothing was corrected."""

    raised_on: str
    text: str
    items: tuple[Item, ...]
    decision: str
    reason: str
    compared: tuple[Compared, ...]


def appealed(
    project: Project, evaluation: Evaluation, before: Result | None, after: Result, language: str
) -> Appealed | None:
    """Return the appeal against ``evaluation``, ``None`` without one; ``before`` is the result that it corrected."""
    found = evaluation.appeal
    if found is None:
        return None
    names = {kpi.id: kpi.name for kpi in project.kpis}
    people = {one.id: one.name for one in project.contacts}
    decision = say(language, "evaluation_undecided")
    if found.decided_on:
        verdict = words(language).label("appeal_decision", found.decision) if found.decision else ""
        who = people[found.decided_by] if found.decided_by else ""
        decision = "　".join(part for part in (verdict, who, date_text(found.decided_on, language)) if part)
    return Appealed(
        date_text(found.raised_on, language),
        found.text,
        tuple(Item(names[one.kpi], one.claim) for one in found.items),
        decision,
        found.reason or say(language, "none_given"),
        tuple(_compared(before, after, language)) if before else (),
    )


def shown(line: Line, language: str) -> tuple[str, str, str, str]:
    """Return actual value, weight, score and weighted score of a line as text."""
    dash, weight = say(language, "none_given"), percent(line.kpi.weight)
    if line.missing or line.actual is None:
        left_out = say(language, "evaluation_left_out", weight)
        why = why_missing(line, language) or words(language).label("missing_value", MissingValue.NO_DATA)
        return why, left_out, dash, dash
    if line.weight != line.kpi.weight:
        weight = say(language, "evaluation_scaled", weight, percent(line.weight))
    return measure(line.actual, line.kpi), weight, number(line.score), number(line.weighted)


def _compared(before: Result, after: Result, language: str) -> Iterator[Compared]:
    dash = say(language, "none_given")
    for old, new in zip(before.lines, after.lines, strict=True):
        reason = new.correction.reason if new.correction else dash
        yield Compared(new.kpi.name, *shown(old, language), *shown(new, language), reason)
    name = say(language, "evaluation_total_and_grade")
    results = (
        dash,
        dash,
        before.grade.label,
        number(before.total),
        dash,
        dash,
        after.grade.label,
        number(after.total),
    )
    yield Compared(name, *results, dash)
