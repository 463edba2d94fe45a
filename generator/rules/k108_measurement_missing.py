"""Check K108: no measurement for a period that has ended."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.derive.periods import HELD, PERIODS, span, within, written
from generator.derive.readings import readings
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import counted, page

CODE = Code(
    "K108",
    Severity.WARNING,
    Text("已结束的期间没有测量值", "no measurement for a period that has ended"),
    page(
        Text(
            "项目履行中，期间结束超过15日，指标却没有测量记录，也没有写缺测原因。",
            "During performance a period ended more than 15 days ago, and the KPI has neither a value nor "
            "a reason.",
        ),
        Text(
            "漏测的期间无法评价；年底补录的数据，乙方有理由不认。",
            "A period without data cannot be evaluated, and Party B may dispute data added later.",
        ),
        "measurements: [{kpi: sales, period: 2025-Q4, value: 96.5}]   # as_of: 2026-05-31",
        "measurements: [{kpi: sales, period: 2026-Q1, value: 96.5}]   # as_of: 2026-05-31",
        Text("补上测量值，或写 missing 说明原因。", "Add the values, or missing with the reason."),
    ),
)


TIME_TO_REPORT = datetime.timedelta(days=15)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each KPI that lacks periods; those not wholly within the term do not count."""
    if project.project.state not in HELD:
        return
    term = project.contract.term
    until = min(term.end, as_of := project.project.as_of)
    measured = {(entry.kpi, entry.period) for entry in readings(project)}
    due = {
        kind: [p for p in within(kind, term.start, until) if span(p)[1] + TIME_TO_REPORT <= as_of]
        for kind in {PERIODS[kpi.frequency] for kpi in project.kpis}
    }
    for index, kpi in enumerate(project.kpis):
        periods = () if kpi.scoring is Scoring.RATED else due[PERIODS[kpi.frequency]]
        missing = [p for p in periods if (kpi.id, p) not in measured]
        if missing:
            shown = "、".join(written(period) for period in missing[:4]) + (" …" if len(missing) > 4 else "")
            message = Text(
                f"“{kpi.name}”有 {len(missing)} 期没有测量值：{shown}",
                f"'{kpi.name}' has no value for {counted(len(missing), 'period')}: "
                f"{shown.replace('、', ', ')}",
            )
            yield found(CODE, message, Place(("kpis", index, "id")))
