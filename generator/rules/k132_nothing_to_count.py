"""Check K132: nothing in the records to count."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.derive.readings import readings
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import KpiSource
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K132",
    Severity.WARNING,
    Text("自动取数没有记录", "nothing in the records to count"),
    page(
        Text(
            "指标写了自动取数（derived_from），评价的期间却没有可以统计的记录，或者满意度调查的满分不一致。",
            "A KPI is derived from the records, and there is nothing to count in a period that is evaluated; or surveys have different scales.",
        ),
        Text(
            "该项不计分，权重分给其他指标；漏记的记录会改变总分。",
            "It does not count and its weight goes to the others: a record that was forgotten changes the total.",
        ),
        "kpis: [{id: reporting, derived_from: reports_on_time}]\nreports: []",
        "kpis: [{id: reporting, derived_from: reports_on_time}]\nreports: [{id: r1, name: 月报, frequency: monthly, due_rule: 次月5日前, recipient: zhou, received: [{period: 2026-02, due: 2026-03-05, received_on: 2026-03-04}]}]",
        Text(
            "补上记录；确实没有的，写一条 missing 并说明。",
            "Add the records; where there are none, write an entry with missing and a note.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation in which a derived KPI has nothing to count and no reason was written."""
    names = {kpi.id: kpi.name for kpi in project.kpis}
    scales = {one.scale for one in (project.feedback.surveys if project.feedback else ())}
    for index, kpi in enumerate(project.kpis):
        if kpi.derived_from is KpiSource.SURVEY_MEAN and len(scales) > 1:
            message = Text("各次满意度调查的满分不同，不能平均", "surveys of different scales have no mean")
            yield found(CODE, message, Place(("kpis", index, "derived_from")))
    for at, evaluation in enumerate(project.evaluations):
        for one in readings(project, evaluation.period):
            typed = one.index is not None and project.measurements[one.index].value is not None
            if one.basis and one.value is None and one.basis.unknown is None and not typed:
                when = written(one.period)
                message = Text(
                    f"“{names[one.kpi]}”在 {when} 没有可以统计的记录",
                    f"'{names[one.kpi]}' has nothing to count in {when}",
                )
                yield found(CODE, message, Place(("evaluations", at, "period")))
