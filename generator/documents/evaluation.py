"""The evaluation form of one period, filled: scores from measurements, with arithmetic that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.derive.money import HUNDRED
from generator.derive.periods import span
from generator.derive.rolling import Rolling, rolling
from generator.derive.score import Line, Result, before_appeal, evaluate
from generator.diagnostics import Text
from generator.documents import appeal, arithmetic, word
from generator.documents.arithmetic import formula_text, measure, rule, signed, why_missing
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso, date_text, join, number, percent, words
from generator.locale.spans import period_text
from generator.model.common import Direction
from generator.model.performance import Adjustment, Evaluation, Kpi, Veto
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
    score_cap: str | None


@record
class AdjustmentRow:
    """Points with the agreed item they rest on, and the fact."""

    points: str
    item: str
    reason: str


@record
class RollingRow:
    """One period's part in the rolling score."""

    period: str
    total: str
    weight: str
    weighted: str


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
    result, before = evaluate(project, evaluation), before_appeal(project, evaluation)
    found = rolling(project, evaluation, result)
    seen = view(project)
    names = {contact.id: contact.name for contact in project.contacts}
    requirements = tuple((one.text, names[one.owner], date_iso(one.due)) for one in evaluation.requirements)
    past = {line.kpi.id: line for line in before.lines} if before else {}
    rows = tuple(_row(line, past.get(line.kpi.id), language) for line in result.lines)
    workings = tuple(arithmetic.working(line, result, names, language) for line in result.lines)
    sums = [*arithmetic.sums(result, project.assessment.grades, language)]
    if found:
        sums += arithmetic.rolled(found, len(project.assessment.rolling), language)
    return {
        **shared(project, language),
        "evaluation": seen.evaluations[index],
        "period": period(evaluation, language),
        "panel": view(tuple(_panel(project, evaluation.evaluators, language)), None),
        "approver": _person(project, evaluation.approver, language),
        "receiver": _person(project, evaluation.received_by, language),
        "rows": view(rows, None),
        "result": view(_figures(result), None),
        "reweighting": _reweighting(result, language),
        "previous": _previous(project, evaluation, result, language),
        "adjustments": view(tuple(_adjustments(project, evaluation.adjustments, language)), None),
        "vetoes": view(tuple(_vetoes(project, evaluation, language)), None),
        "requirements": view(requirements, None),
        "rolling": view(tuple(_rolling(found, language)), None),
        "rolling_score": number(found.score) if found else None,
        "appeal": view(appeal.appealed(project, evaluation, before, result, language), None),
        "workings": view(workings, None),
        "sums": view(tuple(sums), None),
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
        definition="\n".join(_definition(kpi, language)),
        source="\n".join(_source(kpi, language)),
        weight=percent(kpi.weight),
        target=f"{sign} {measure(kpi.target, kpi)}\n{floor}",
        rule=rule(kpi, language),
    )


def _definition(kpi: Kpi, language: str) -> Iterator[str]:
    yield kpi.definition
    if formula := formula_text(kpi, language):
        yield formula
    if kpi.events:
        yield say(language, "evaluation_events", join(kpi.events, language))
    if kpi.note:
        yield say(language, "evaluation_note", kpi.note)


def _source(kpi: Kpi, language: str) -> Iterator[str]:
    yield kpi.source
    if kpi.provider:
        yield say(language, "evaluation_provider", kpi.provider)
    if kpi.evidence:
        yield say(language, "evaluation_evidence_due", kpi.evidence)


def _row(line: Line, before: Line | None, language: str) -> Row:
    """Return a line as it counts; what an appeal has changed stands below in brackets."""
    plain = plain_row(line.kpi, language)
    now = appeal.shown(line, language)
    old = now if before is None else appeal.shown(before, language)
    actual, weight, score, weighted = (
        new if new == was else say(language, "evaluation_corrected", new, was)
        for new, was in zip(now, old, strict=True)
    )
    return Row(
        plain.category,
        plain.name,
        plain.definition,
        plain.source,
        weight,
        plain.target,
        plain.rule,
        actual,
        score,
        weighted,
    )


def _panel(project: Project, people: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    contacts = {contact.id: contact for contact in project.contacts}
    for one in people:
        contact = contacts[one]
        side = words(language).label("holder", contact.party)
        yield contact.name, f"{side} {contact.title}" if contact.title else side


def _person(project: Project, one: str | None, language: str) -> str:
    """Return a person with side and title, nothing where nobody is named."""
    people = _panel(project, (one,) if one else (), language)
    return "".join(say(language, "evaluation_person", *person) for person in people)


def bonus_rows(project: Project, language: str) -> Iterator[str]:
    """Yield the agreed items that add or deduct points, each with its limit."""
    for one in project.assessment.bonuses:
        key = "evaluation_bonus" if one.points_max >= 0 else "evaluation_malus"
        yield say(language, key, one.text, number(abs(one.points_max)))


def veto_text(veto: Veto, language: str) -> str:
    """Return a veto with what it keeps the total down to, if that is agreed."""
    if veto.score_cap is None:
        return veto.text
    return say(language, "evaluation_veto_cap", veto.text, number(veto.score_cap))


def _adjustments(project: Project, made: Sequence[Adjustment], language: str) -> Iterator[AdjustmentRow]:
    agreed = [one.id for one in project.assessment.bonuses]
    texts = dict(zip(agreed, bonus_rows(project, language), strict=True))
    for one in made:
        item = texts[one.item] if one.item else say(language, "none_given")
        yield AdjustmentRow(signed(one.points), item, one.reason)


def _rolling(found: Rolling | None, language: str) -> Iterator[RollingRow]:
    for one in found.shares if found else ():
        weight = percent(one.agreed)
        if one.weight != one.agreed:
            weight = say(language, "evaluation_scaled", weight, percent(one.weight))
        name = period_text(one.period, language)
        yield RollingRow(name, number(one.total), weight, number(one.weighted))


def _vetoes(project: Project, evaluation: Evaluation, language: str) -> Iterator[VetoRow]:
    for veto in project.assessment.vetoes:
        facts = [one.fact for one in evaluation.vetoes if one.veto == veto.id]
        fact = "\n".join(facts) or say(language, "evaluation_veto_absent")
        yield VetoRow("☑" if facts else "☐", veto_text(veto, language), fact)


def _figures(result: Result) -> Figures:
    weight = sum((line.weight for line in result.lines), Decimal(0))
    return Figures(
        "100%" if weight == HUNDRED else percent(weight),
        number(result.subtotal),
        number(result.total),
        result.grade.label,
        result.grade.consequence,
        result.vetoed,
        None if result.score_cap is None else number(result.score_cap),
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
