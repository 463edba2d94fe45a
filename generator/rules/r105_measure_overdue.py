"""Check R105: risk measure overdue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.rules.support import counted, page

CODE = Code(
    "R105",
    Severity.WARNING,
    Text("应对措施逾期", "risk measure overdue"),
    page(
        Text(
            "措施的期限早于数据截止日，还没有完成日期。",
            "A measure was due before the as-of date and has no day of completion.",
        ),
        Text("逾期的措施等于没有措施。", "A measure that is late protects nobody."),
        "project: {as_of: 2026-07-31}\nmeasures: [{text: 增设备份代理人员, owner: zhou, due: 2026-06-30}]",
        "project: {as_of: 2026-07-31}\n"
        "measures: [{text: 增设备份代理人员, owner: zhou, due: 2026-06-30, done_on: 2026-06-24}]",
        Text("完成的写 done_on，未完成的改期限并督办。", "Write done_on, or a new date and follow it up."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each overdue measure of a risk that is not closed."""
    as_of = project.project.as_of
    for index, risk in enumerate(project.risks):
        for at, measure in enumerate(risk.measures):
            if risk.status is not RiskStatus.CLOSED and measure.done_on is None and measure.due < as_of:
                days = (as_of - measure.due).days
                message = Text(
                    f"{risk.id} 的措施“{measure.text}”已逾期 {days} 天",
                    f"{risk.id}: the measure '{measure.text}' is {counted(days, 'day')} late",
                )
                yield found(CODE, message, Place(("risks", index, "measures", at, "due")))
