"""The evaluation form of one period, filled: scores from measurements, with arithmetic that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.derive.money import HUNDRED
from generator.derive.periods import span
from generator.derive.score import Line, Result, evaluate
from generator.diagnostics import Text
from generator.documents import arithmetic, word
from generator.documents.arithmetic import measure, rule, signed, why_missing
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso, date_text, join, number, percent, words
from generator.locale.spans import period_text
from generator.model.common import Direction
from generator.model.performance import Evaluation, Kpi
from generator.model.project import Project
from generator.model.value import record
from generator.render.view import view


@record
class Row:
    """One KPI as the form shows it, every figure already text."""

    category: str
    name: str
    definition: str
    source: str
    weight: str
    target: str
    rule: str
    actual: str = ""
    score: str = ""
    weighted: str = ""


@record
class GradeRow:
    """A grade with its bounds in words."""

    label: str
    bounds: str
    consequence: str


@record
class VetoRow:
    """A veto of the rules, whether it occurred, and the fact."""

    box: str
    text: str
    fact: str


@record
class Figures:
    """The sums of a form as text; ``weight`` is what the weights in the table add up to."""

    weight: str
    subtotal: str
    total: str
    grade: str
    consequence: str
    vetoed: bool


def items(project: Project) -> tuple[Item, ...]:
    """Return one form for each evaluation."""
    return tuple(
        Item(one.id, f"绩效评价表_{one.id}", ("evaluations", index))
        for index, one in enumerate(project.evaluations)
    )


def render(job: Job) -> Rendered:
    """Return the filled form as a Word document, or everything that is missing or wrong."""
    index = int(job.item.route[1])
    evaluation = job.project.evaluations[index]
    title, number = f"绩效评价表 {evaluation.id}", job.project.contract.number
    return word.render(job, "evaluation.docx", context(job.project, index, job.language), title, number)


def context(project: Project, index: int, language: str) -> Mapping[str, object]:
    """Return what the template sees: the evaluation as it is, and its result made ready."""
    evaluation = project.evaluations[index]
    result = evaluate(project, evaluation)
    seen = view(project)
    names = {contact.id: contact.name for contact in project.contacts}
    requirements = tuple((one.text, names[one.owner], date_iso(one.due)) for one in evaluation.requirements)
    return {
        **shared(project, language),
        "evaluation": seen.evaluations[index],
        "period": period(evaluation, language),
        "panel": view(tuple(_panel(project, evaluation, language)), None),
        "rows": view(tuple(_row(line, language) for line in result.lines), None),
        "result": view(_figures(result), None),
        "reweighting": _reweighting(result, language),
        "previous": _previous(project, evaluation, result, language),
        "adjustments": view(tuple((signed(one.points), one.reason) for one in evaluation.adjustments), None),
        "vetoes": view(tuple(_vetoes(project, evaluation, language)), None),
        "requirements": view(requirements, None),
        "workings": view(tuple(arithmetic.working(line, result, language) for line in result.lines), None),
        "sums": view(tuple(arithmetic.sums(result, project.assessment.grades, language)), None),
    }


def shared(project: Project, language: str) -> Mapping[str, object]:
    """Return what the filled and the blank form have in common."""
    seen = view(project)
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        "assessment": seen.assessment,
        "grades": view(tuple(grade_rows(project, language)), None),
    }


def grade_rows(project: Project, language: str) -> Iterator[GradeRow]:
    """Yield the grades from the best down, each with its bounds."""
    for grade, bounds in arithmetic.bounds(project.assessment.grades, language):
        yield GradeRow(grade.label, bounds, grade.consequence)


def period(evaluation: Evaluation, language: str) -> str:
    """Return the period with its first and last day."""
    first, last = span(evaluation.period)
    name = period_text(evaluation.period, language)
    return say(language, "evaluation_period", name, date_text(first, language), date_text(last, language))


def plain_row(kpi: Kpi, language: str) -> Row:
    """Return what the rules say of a KPI, without a result."""
    sign = "≥" if kpi.direction is Direction.HIGHER else "≤"
    floor = say(language, "evaluation_floor", measure(kpi.floor, kpi))
    return Row(
        category=words(language).label("kpi_category", kpi.category),
        name=kpi.name,
        definition=kpi.definition + (f"\n{say(language, 'evaluation_note', kpi.note)}" if kpi.note else ""),
        source=kpi.source,
        weight=percent(kpi.weight),
        target=f"{sign} {measure(kpi.target, kpi)}\n{floor}",
        rule=rule(kpi, language),
    )


def _row(line: Line, language: str) -> Row:
    plain, dash = plain_row(line.kpi, language), say(language, "none_given")
    missing = line.missing or line.actual is None
    weight = plain.weight
    if missing:
        weight = say(language, "evaluation_left_out", weight)
    elif line.weight != line.kpi.weight:
        weight = say(language, "evaluation_scaled", weight, percent(line.weight))
    return Row(
        plain.category,
        plain.name,
        plain.definition,
        plain.source,
        weight,
        plain.target,
        plain.rule,
        why_missing(line, language) if line.actual is None else measure(line.actual, line.kpi),
        dash if missing else number(line.score),
        dash if missing else number(line.weighted),
    )


def _panel(project: Project, evaluation: Evaluation, language: str) -> Iterator[tuple[str, str]]:
    people = {contact.id: contact for contact in project.contacts}
    for one in evaluation.evaluators:
        contact = people[one]
        side = words(language).label("holder", contact.party)
        yield contact.name, f"{side} {contact.title}" if contact.title else side


def _vetoes(project: Project, evaluation: Evaluation, language: str) -> Iterator[VetoRow]:
    for veto in project.assessment.vetoes:
        facts = [one.fact for one in evaluation.vetoes if one.veto == veto.id]
        fact = "\n".join(facts) or say(language, "evaluation_veto_absent")
        yield VetoRow("☑" if facts else "☐", veto.text, fact)


def _figures(result: Result) -> Figures:
    weight = sum((line.weight for line in result.lines), Decimal(0))
    return Figures(
        "100%" if weight == HUNDRED else percent(weight),
        number(result.subtotal),
        number(result.total),
        result.grade.label,
        result.grade.consequence,
        result.vetoed,
    )


def _reweighting(result: Result, language: str) -> str:
    if not result.reweighted:
        return say(language, "evaluation_all_measured")
    reasons = [
        say(
            language,
            "evaluation_reason",
            line.kpi.name,
            why_missing(line, language),
            percent(line.kpi.weight),
        )
        for line in result.lines
        if line.missing
    ]
    counted = percent(result.counted)
    return say(language, "evaluation_reweighted", join(reasons, language), counted, counted)


def _previous(project: Project, evaluation: Evaluation, result: Result, language: str) -> str:
    earlier = [
        one
        for one in project.evaluations
        if one.period.kind is evaluation.period.kind and one.period < evaluation.period
    ]
    if not earlier:
        return say(language, "evaluation_first")
    before = max(earlier, key=lambda one: one.period)
    past = evaluate(project, before)
    difference = result.total - past.total
    change = say(language, "evaluation_same")
    if difference:
        change = say(language, "evaluation_up" if difference > 0 else "evaluation_down", abs(difference))
    name, total = period_text(before.period, language), number(past.total)
    return say(language, "evaluation_compared", name, total, past.grade.label, change)


KIND = DocumentKind("evaluation", Text("绩效评价表", "Evaluation form"), ".docx", items, render)
