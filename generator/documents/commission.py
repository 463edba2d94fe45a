"""The commission statement of one settlement period: every step from the sales records to the amount payable."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.derive.commission import ZERO, Clawback, Settlement, settlements, tier_parts
from generator.derive.periods import written
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_text, money, percent
from generator.model.common import Period
from generator.model.project import Project
from generator.model.sales import Commission, SalesRecord
from generator.model.value import record
from generator.render.scope import Layer
from generator.render.view import view


@record
class ClawbackRow:
    """One clawback in words: the ``period``, its ``records`` one a line, and how both commissions come about."""

    period: Period
    records: str
    before: str
    after: str
    clawback: Clawback


def items(project: Project) -> tuple[Item, ...]:
    """Return a statement for each settlement period that has records and has ended."""
    return tuple(
        Item(name, f"佣金结算单_{name}", ("sales_records",))
        for name in (written(row.period) for row in settlements(project, project.project.as_of))
    )


def render(job: Job) -> Rendered:
    """Return the statement as a Word document, or everything that is missing or wrong."""
    project, number = job.project, job.project.contract.number
    rows = settlements(project, project.project.as_of)
    row = next(row for row in rows if written(row.period) == job.item.key)
    own: Mapping[str, object] = {
        "number": f"{number}/{job.item.key}",
        "row": view(row, None),
        "clawbacks": view(_clawbacks(project, row, job.language), None),
        "taken_back": sum((one.amount for one in row.clawbacks), ZERO),
        "due": _due(row, job.language),
    }
    title = f"{say(job.language, 'commission')} {job.item.key}"
    return word.render(job, "commission.docx", Layer(scope(project), own), title, number)


def _due(row: Settlement, language: str) -> str:
    day = date_text(row.due.day, language)
    years = ", ".join(map(str, row.due.unpublished))
    return say(language, "acceptance_unpublished", day, years) if years else day


def _clawbacks(project: Project, row: Settlement, language: str) -> tuple[ClawbackRow, ...]:
    sales = project.contract.sales
    if sales is None or sales.commission is None:
        return ()
    currency, terms = project.contract.currency, sales.commission
    return tuple(
        ClawbackRow(
            one.period,
            "\n".join(_record(back, currency.value, language) for back in one.records),
            _sum(project, terms, one.base, language),
            _sum(project, terms, one.left, language),
            one,
        )
        for one in row.clawbacks
    )


def _record(one: SalesRecord, currency: str, language: str) -> str:
    return say(
        language,
        "commission_record",
        date_text(one.date, language),
        one.order_number,
        label(language, one.kind),
        money(one.amount, currency),
    )


def _sum(project: Project, terms: Commission, base: Decimal, language: str) -> str:
    """Return the commission on ``base`` with its steps, e.g. ``¥100.00 × 3% + ¥20.00 × 4% = ¥3.80``."""
    currency = project.contract.currency
    parts = tier_parts(terms.tiers, terms.method, base, currency)
    steps = " + ".join(f"{money(part.base, currency.value)} × {percent(part.tier.rate)}" for part in parts)
    whole = money(sum((part.amount for part in parts), ZERO), currency.value)
    return say(
        language, "commission_sum", money(base, currency.value), f"{steps} = {whole}" if parts else whole
    )


KIND = DocumentKind("commission", Text("佣金结算单", "Commission statement"), ".docx", items, render)
