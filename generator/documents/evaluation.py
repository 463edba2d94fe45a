"""The evaluation form of one period, filled: scores from measurements, with arithmetic that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.periods import span
from generator.derive.score import Line, Result, evaluate
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.locale import date_iso, date_text, number, percent, words
from generator.locale.spans import period_text
from generator.model.common import Direction
from generator.model.performance import Evaluation, Grade, Kpi, Scoring
from generator.model.project import Project
from generator.render.view import view

DAY = "日期：　　　　年　　月　　日"
"""A place to write a date by hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One KPI as the form shows it, every figure already text."""

    category: str
    name: str
    definition: str
    source: str
    weight: str
    target: str
    actual: str
    score: str
    weighted: str
    rule: str
    formula: str
    remark: str


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A grade with its bounds in words."""

    label: str
    bounds: str
    consequence: str


@dataclass(frozen=True, slots=True)
class VetoRow:
    """A veto of the rules, whether it occurred, and the fact."""

    box: str
    text: str
    fact: str


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
    about = word.properties(job, f"绩效评价表 {evaluation.id}", job.project.contract.number)
    return word.render(job, "evaluation.docx", context(job.project, index, job.language), about)


def context(project: Project, index: int, language: str) -> Mapping[str, object]:
    """Return what the template sees: the evaluation as it is, and its result made ready."""
    evaluation = project.evaluations[index]
    result = evaluate(project, evaluation)
    seen = view(project)
    first, last = span(evaluation.period)
    names = {contact.id: contact.name for contact in project.contacts}
    facts = {one.veto: one.fact for one in evaluation.vetoes}
    vetoes = project.assessment.vetoes
    return {
        **shared(project),
        "evaluation": seen.evaluations[index],
        "period": f"{period_text(evaluation.period, language)}（{date_text(first, language)}至{date_text(last, language)}）",
        "panel": view(tuple(_panel(project, evaluation, language)), None),
        "rows": view(tuple(_row(line, language) for line in result.lines), None),
        "result": view(_result(result), None),
        "reweighting": _reweighting(result, language),
        "previous": _previous(project, evaluation, result, language),
        "adjustments": view(tuple((signed(one.points), one.reason) for one in evaluation.adjustments), None),
        "vetoes": view(tuple(VetoRow("☑" if v.id in facts else "☐", v.text, facts.get(v.id, "未发现")) for v in vetoes), None),
        "requirements": view(tuple((one.text, names[one.owner], date_iso(one.due)) for one in evaluation.requirements), None),
        "reply": evaluation.party_b_reply or "乙方意见：\n\n\n",
        "receipt": f"签收日期：{date_text(evaluation.received_on, language)}" if evaluation.received_on else DAY,
        "arithmetic": view(tuple(_arithmetic(result, language)), None),
    }  # fmt: skip


def shared(project: Project) -> Mapping[str, object]:
    """Return what the filled and the blank form have in common."""
    seen = view(project)
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        "assessment": seen.assessment,
        "grades": view(tuple(grade_rows(project)), None),
    }


def grade_rows(project: Project) -> Iterator[GradeRow]:
    """Yield the grades from the best down, each with its bounds."""
    grades: list[Grade] = sorted(project.assessment.grades, key=lambda one: one.min, reverse=True)
    above: Decimal | None = None
    for grade in grades:
        upper = "≤ 100" if above is None else f"< {number(above)}"
        yield GradeRow(grade.label, f"{number(grade.min)} ≤ 得分 {upper}", grade.consequence)
        above = grade.min


def target(kpi: Kpi) -> str:
    """Return target and floor with the sign of the direction and the unit."""
    sign = "≥" if kpi.direction is Direction.HIGHER else "≤"
    return f"{sign} {measure(kpi.target, kpi)}\n底线 {measure(kpi.floor, kpi)}"


def measure(value: Decimal, kpi: Kpi) -> str:
    """Return a figure with the unit of the KPI; a percent sign stands close."""
    return f"{number(value)}{kpi.unit}" if kpi.unit == "%" else f"{number(value)} {kpi.unit}"


def rule(kpi: Kpi) -> str:
    """Return the scoring rule in words."""
    better = "不低于" if kpi.direction is Direction.HIGHER else "不高于"
    if kpi.scoring is Scoring.PASS_FAIL:
        return f"{better}{measure(kpi.target, kpi)}得100分，否则0分"
    if kpi.scoring is Scoring.BANDS:
        higher = kpi.direction is Direction.HIGHER
        bands = sorted(kpi.bands, key=lambda one: one.at, reverse=higher)
        steps = "；".join(f"{better}{measure(band.at, kpi)}得{number(band.score)}分" for band in bands)
        return f"{steps}；其余0分"
    return f"目标值得100分，底线值得0分，其间按比例（{number(kpi.floor)}—{number(kpi.target)}）"


def signed(points: Decimal) -> str:
    """Return points with their sign."""
    return f"+{number(points)}" if points > 0 else number(points).replace("-", "−")


def _panel(project: Project, evaluation: Evaluation, language: str) -> Iterator[tuple[str, str, str]]:
    people = {contact.id: contact for contact in project.contacts}
    for one in evaluation.evaluators:
        contact = people[one]
        yield contact.name, words(language).label("holder", contact.party), contact.title or "—"


def _row(line: Line, language: str) -> Row:
    kpi = line.kpi
    missing = words(language).label("missing_value", line.missing) if line.missing else ""
    original = percent(kpi.weight)
    weight = original if line.weight == kpi.weight else f"{original}\n→ {percent(line.weight)}"
    if missing:
        weight = f"{original}\n不计"
    return Row(
        words(language).label("kpi_category", kpi.category),
        kpi.name,
        kpi.definition,
        kpi.source,
        weight,
        target(kpi),
        missing or measure(line.actual or Decimal(0), kpi),
        "—" if missing else number(line.score),
        "—" if missing else number(line.weighted),
        rule(kpi),
        line.formula,
        line.note or "—",
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """The sums of a form as text."""

    subtotal: str
    unclamped: str
    total: str
    clamped: bool
    grade: str
    consequence: str
    vetoed: bool


def _result(result: Result) -> Figures:
    return Figures(
        number(result.subtotal),
        number(result.unclamped).replace("-", "−"),
        number(result.total),
        result.total != result.unclamped,
        result.grade.label,
        result.grade.consequence,
        result.vetoed,
    )


def _reweighting(result: Result, language: str) -> str:
    left_out = [line for line in result.lines if line.missing]
    if not left_out:
        return "本期各项指标均有数据，按约定权重计分。"
    reasons = "、".join(
        f"“{line.kpi.name}”（{words(language).label('missing_value', line.missing)}，权重{percent(line.kpi.weight)}）"
        for line in left_out
        if line.missing
    )
    rest = sum((line.kpi.weight for line in result.lines if not line.missing), Decimal(0))
    return (
        f"本期{reasons}不计分；其余指标的权重合计{percent(rest)}，按各自权重÷{percent(rest)}重新折算为100%。"
    )


def _previous(project: Project, evaluation: Evaluation, result: Result, language: str) -> str:
    earlier = [
        one
        for one in project.evaluations
        if one.period.kind is evaluation.period.kind and span(one.period)[0] < span(evaluation.period)[0]
    ]
    if not earlier:
        return "首期评价，没有上期结果。"
    before = max(earlier, key=lambda one: span(one.period)[0])
    past = evaluate(project, before)
    difference = result.total - past.total
    change = (
        "持平" if not difference else f"{'上升' if difference > 0 else '下降'}{number(abs(difference))}分"
    )
    return f"上期（{period_text(before.period, language)}）{number(past.total)}分，{past.grade.label}；本期比上期{change}。"


def _arithmetic(result: Result, language: str) -> Iterator[str]:
    for line in result.lines:
        if line.missing:
            reason = words(language).label("missing_value", line.missing)
            yield f"{line.kpi.name}：{reason}，不计分。"
            continue
        mean = ""
        if len(line.values) > 1:
            parts = " + ".join(number(value) for _, value in line.values)
            mean = f"实际值 = ({parts}) ÷ {len(line.values)} = {number(line.actual or Decimal(0))}；"
        weighted = f"{number(line.score)} × {percent(line.weight)} = {number(line.weighted)}"
        yield f"{line.kpi.name}：{mean}得分：{line.formula}；加权得分：{weighted}。"
    counted = [number(line.weighted) for line in result.lines if not line.missing]
    yield f"小计：{' + '.join(counted)} = {number(result.subtotal)}。"
    if result.adjustments:
        terms = " ".join(("+ " if a.points > 0 else "− ") + number(abs(a.points)) for a in result.adjustments)
        yield f"加减分后：{number(result.subtotal)} {terms} = {number(result.unclamped).replace('-', '−')}。"
    if result.total != result.unclamped:
        yield f"总分以0至100分为限，记{number(result.total)}分。"


KIND = DocumentKind("evaluation", Text("绩效评价表", "Evaluation form"), ".docx", items, render)
