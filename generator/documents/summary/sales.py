"""A sales agency's targets beside the measured sales KPIs of their periods, and the tiers of its commission."""

from __future__ import annotations

from generator import locale
from generator.derive.periods import span
from generator.derive.readings import readings
from generator.documents.summary.page import Page, figure, said, short
from generator.documents.summary.together import Together
from generator.model.common import Period
from generator.model.performance import Kpi, KpiCategory
from generator.model.sales import Commission, SalesTarget
from generator.render.pdf import PLAIN, Block, Column, Content, Prose, Run, Table

KPIS = 3
"""So many KPIs stand beside the targets."""


def sales(page: Page) -> list[Block]:
    """Return targets with results and the commission; nothing for a project that is no sales agency."""
    terms = page.project.contract.sales
    if terms is None:
        return []
    blocks = list[Block]()
    if terms.commission:
        blocks.append(Prose(_commission(page, terms.commission), PLAIN, keep=bool(terms.targets)))
    if terms.targets:
        blocks.append(Together(_targets(page, terms.targets)))
    return blocks


def _targets(page: Page, targets: tuple[SalesTarget, ...]) -> Table:
    kinds = {target.period for target in targets}
    measured = {(one.kpi, one.period): one.value for one in readings(page.project) if one.period in kinds}
    known = {kpi for kpi, _ in measured}
    kpis = [one for one in page.project.kpis if one.category is KpiCategory.SALES and one.id in known][:KPIS]
    share = 0.48 / KPIS
    columns = [
        Column(page.word("sales_period"), 0.2),
        Column(page.word("sales_state"), 0.12),
        Column(page.word("sales_target"), 0.2, "right"),
        *(
            Column(said(short(kpi.name), "kpis", page.project.kpis.index(kpi), "name"), share, "right")
            for kpi in kpis
        ),
    ]
    rows = list[tuple[Content, ...]]()
    for at, target in enumerate(targets):
        results = [_value(page, kpi, measured.get((kpi.id, target.period))) for kpi in kpis]
        when: list[str | Run] = [page.period(target.period), page.cite("contract", "sales", "targets", at)]
        rows.append((when, _progress(page, target.period), page.money(target.amount), *results))
    return Table(columns, rows)


def _value(page: Page, kpi: Kpi, value: object) -> Content:
    return page.word("none") if value is None else figure(value, kpi.unit)  # type: ignore[arg-type]


def _progress(page: Page, period: Period) -> str:
    first, last = span(period)
    if last < page.on:
        return page.word("sales_over")
    return page.word("sales_running") if first <= page.on else page.word("sales_ahead")


def _commission(page: Page, commission: Commission) -> str:
    tiers = []
    for tier in commission.tiers:
        rate, start = locale.percent(tier.rate), page.money(tier.at_least)
        if tier.below is None:
            tiers.append(page.word("commission_last", start, rate))
        else:
            tiers.append(page.word("commission_tier", start, page.money(tier.below), rate))
    listed = locale.join(tiers, page.language)
    base, method = page.label(commission.base), page.label(commission.method)
    return page.word("commission", base, page.label(commission.settlement), method, listed)
