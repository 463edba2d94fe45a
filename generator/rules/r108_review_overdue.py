"""Check R108: risk review overdue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.rules.support import counted, page

CODE = Code(
    "R108",
    Severity.WARNING,
    Text("风险复核逾期", "risk review overdue"),
    page(
        Text(
            "未关闭风险的下次复核日早于数据截止日。",
            "The next review of a risk that is not closed lies before the as-of date.",
        ),
        Text(
            "登记册不复核就会过时，看起来却像是最新的判断。",
            "A register that is not reviewed grows old and still looks current.",
        ),
        "project: {as_of: 2026-07-31}\nrisks: [{id: R-01, status: open, review_on: 2026-06-30}]",
        "project: {as_of: 2026-07-31}\nrisks: [{id: R-01, status: open, review_on: 2026-08-31}]",
        Text(
            "复核后写下一次日期；不再存在的风险改为 closed。",
            "Review it and set the next day; close what no longer exists.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each risk whose review is late."""
    as_of = project.project.as_of
    for index, risk in enumerate(project.risks):
        if risk.status is not RiskStatus.CLOSED and risk.review_on < as_of:
            days = (as_of - risk.review_on).days
            message = Text(
                f"{risk.id}“{risk.title}”应于 {risk.review_on} 复核，已过 {days} 天",
                f"{risk.id} '{risk.title}' was to be reviewed on {risk.review_on}, {counted(days, 'day')} "
                "ago",
            )
            yield found(CODE, message, Place(("risks", index, "review_on")))
