"""From score to money: what an evaluated period comes to, line by line, each with the clause that it rests on.

Every line is rounded half up to the minor unit of the currency; the rest is sums of lines.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from generator.derive.changes import added, changing
from generator.derive.claims import working
from generator.derive.commission import settlements, tier_parts
from generator.derive.instalments import Part, parts
from generator.derive.kinds import payer
from generator.derive.money import percent_of
from generator.derive.orders import order_total
from generator.derive.periods import PERIODS, span
from generator.derive.score import Line as ScoreLine
from generator.derive.score import Result, evaluate
from generator.diagnostics import Route
from generator.model.common import Direction, Side
from generator.model.performance import Evaluation
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.model.value import record

ZERO = Decimal(0)


class LineKind(StrEnum):
    """What a line of the sheet is; the order is that of the sheet."""

    FEE = "fee"
    CHANGE = "change"
    GRADE_DEDUCTION = "grade_deduction"
    GRADE_BONUS = "grade_bonus"
    CREDIT = "credit"
    OVER_CAP = "over_cap"
    COMMISSION = "commission"
    REBATE = "rebate"
    CLAIM = "claim"


DEDUCTIONS = frozenset({LineKind.GRADE_DEDUCTION, LineKind.CREDIT, LineKind.OVER_CAP})


@record
class Line:
    """One line: ``amount`` is signed, what the paying party owes more is positive.

    ``base`` and ``percent`` are what it is computed from, ``None`` where it is taken as it is; ``clause`` is the id of the
    clause it rests on, ``source`` the id of the record, ``about`` the record's own words.
    """

    kind: LineKind
    about: str
    amount: Decimal
    clause: str
    source: str
    route: Route
    base: Decimal | None = None
    percent: Decimal | None = None


@record
class Statement:
    """The sheet of one evaluation. ``net`` is the sum of its lines: what the paying party owes, what it is owed where negative.

    ``deducted`` is what assessment takes off, as a positive amount after the caps; ``before`` is what it took off in
    earlier periods.
    """

    evaluation: Evaluation
    result: Result
    lines: tuple[Line, ...]
    deducted: Decimal
    before: Decimal
    payer: Side
    net: Decimal


def statements(project: Project) -> tuple[Statement, ...]:
    """Return the sheet of each evaluation that money hangs on, by period; evaluations after the project's day do not count."""
    past = [one for one in project.evaluations if one.date <= project.project.as_of]
    found: list[Statement] = []
    before = ZERO
    for one in sorted(past, key=lambda each: (span(each.period)[1], each.date)):
        made = _statement(project, one, before)
        before += made.deducted
        if made.lines:
            found.append(made)
    return tuple(found)


def touches_money(project: Project) -> bool:
    """Return whether the rules of assessment raise or lower what is paid."""
    effects = any(grade.effect for grade in project.assessment.grades)
    return effects or any(kpi.credit_percent for kpi in project.kpis)


def _statement(project: Project, evaluation: Evaluation, before: Decimal) -> Statement:
    result = evaluate(project, evaluation)
    fee = _fee(project, evaluation)
    assessed = tuple(_assessed(project, evaluation, result, fee)) if fee else ()
    over = tuple(_over_cap(project, fee, assessed, before)) if fee else ()
    found = (
        *(_fee_lines(project, fee, evaluation.date) if fee else ()),
        *assessed,
        *over,
        *_commission(project, evaluation),
        *_rebate(project, evaluation),
        *_claims(project, evaluation),
    )
    deducted = -sum((one.amount for one in (*assessed, *over) if one.kind in DEDUCTIONS), ZERO)
    net = sum((one.amount for one in found), ZERO)
    return Statement(evaluation, result, found, deducted, before, payer(project.project.kind), net)


def _fee(project: Project, evaluation: Evaluation) -> Part | None:
    """Return the instalment, or the month of one, that ``evaluation`` is about."""
    for part in parts(project.contract, added(project, evaluation.date)):
        month = part.month.number if part.month else None
        if part.instalment.id == evaluation.instalment and (month is None or month == evaluation.month):
            return part
    return None


def _fee_lines(project: Project, fee: Part, on: datetime.date) -> Iterator[Line]:
    """Yield what the contract states, and what each change signed by the day ``on`` adds to it."""
    route: Route = ("contract", "payment", "instalments", fee.index)
    yield Line(LineKind.FEE, fee.name, fee.amount - fee.change, "payment", fee.instalment.id, route)
    for one in () if fee.month else changing(project, on).get(fee.instalment.id, ()):
        place: Route = ("changes", project.changes.index(one), "price")
        yield Line(LineKind.CHANGE, one.number, one.price or ZERO, "payment", one.id, place)


def _assessed(project: Project, evaluation: Evaluation, result: Result, fee: Part) -> Iterator[Line]:
    currency = project.contract.currency
    effect = result.grade.effect if result.scored else None
    index = project.assessment.grades.index(result.grade)
    route: Route = ("assessment", "grades", index, "effect")
    if effect and effect.deduct_percent:
        amount = -percent_of(fee.amount, effect.deduct_percent, currency)
        yield Line(
            LineKind.GRADE_DEDUCTION, result.grade.label, amount, "annex-assessment", evaluation.id, route, fee.amount,
            effect.deduct_percent,
        )  # fmt: skip
    if effect and effect.bonus_percent:
        amount = percent_of(fee.amount, effect.bonus_percent, currency)
        yield Line(
            LineKind.GRADE_BONUS, result.grade.label, amount, "annex-assessment", evaluation.id, route, fee.amount,
            effect.bonus_percent,
        )  # fmt: skip
    for at, line in enumerate(result.lines):
        percent = line.kpi.credit_percent
        if percent and _missed(line):
            route = ("kpis", at, "credit_percent")
            amount = -percent_of(fee.amount, percent, currency)
            yield Line(
                LineKind.CREDIT, line.kpi.name, amount, "annex-assessment", line.kpi.id, route, fee.amount, percent
            )  # fmt: skip


def _missed(line: ScoreLine) -> bool:
    if line.actual is None:
        return False
    higher = line.kpi.direction is Direction.HIGHER
    return line.actual < line.kpi.target if higher else line.actual > line.kpi.target


def _over_cap(project: Project, fee: Part, assessed: tuple[Line, ...], before: Decimal) -> Iterator[Line]:
    """Yield the line that gives back what exceeds the caps, the stricter of both."""
    cap, currency, gross = project.assessment.deduction_cap, project.contract.currency, project.contract.gross
    taken = -sum((one.amount for one in assessed if one.kind in DEDUCTIONS), ZERO)
    if cap is None or not taken:
        return
    limits: list[tuple[Decimal, Decimal, Decimal]] = []
    if cap.period_percent is not None:
        limits.append((percent_of(fee.amount, cap.period_percent, currency), fee.amount, cap.period_percent))
    if cap.total_percent is not None and gross is not None:
        left = max(percent_of(gross, cap.total_percent, currency) - before, ZERO)
        limits.append((left, gross, cap.total_percent))
    if limits:
        most, base, percent = min(limits)
        if taken > most:
            route = ("assessment", "deduction_cap")
            yield Line(LineKind.OVER_CAP, "", taken - most, "annex-assessment", "", route, base, percent)


def _commission(project: Project, evaluation: Evaluation) -> Iterator[Line]:
    clause = "remuneration" if project.project.kind is ProjectKind.COMMISSION_AGENCY else "commission"
    for row in settlements(project, project.project.as_of):
        if row.period == evaluation.period:
            route = ("contract", "sales", "commission")
            yield Line(LineKind.COMMISSION, "", row.payable, clause, "", route, row.base)


def _rebate(project: Project, evaluation: Evaluation) -> Iterator[Line]:
    """Yield the rebate on the orders of the period: the principal owes it to the distributor who pays for them."""
    terms = project.contract.sales.rebate if project.contract.sales else None
    if terms is None or PERIODS.get(terms.settlement) is not evaluation.period.kind:
        return
    first, last = span(evaluation.period)
    orders = [one for one in project.purchase_orders if first <= one.date <= last]
    base = sum((order_total(project.contract, one).gross for one in orders), ZERO)
    found = tier_parts(terms.tiers, terms.method, base, project.contract.currency)
    if found:
        amount = sum((part.amount for part in found), ZERO)
        yield Line(LineKind.REBATE, "", -amount, "rebate", "", ("contract", "sales", "rebate"), base)


def _claims(project: Project, evaluation: Evaluation) -> Iterator[Line]:
    paying = payer(project.project.kind)
    for at, claim in enumerate(project.claims):
        if claim.settled_in != evaluation.id or claim.accepted_on is None:
            continue
        made = working(project, claim)
        sign = -1 if claim.by is paying else 1
        yield Line(
            LineKind.CLAIM, claim.fact, sign * made.payable, made.clause, claim.id, ("claims", at), made.base, made.rate
        )  # fmt: skip
