"""Check K125: a formula without a result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.formula import Unknown
from generator.derive.periods import written
from generator.derive.readings import readings
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K125",
    Severity.WARNING,
    Text("公式没有结果", "a formula without a result"),
    page(
        Text(
            "变量值使公式的除数为0，或者结果大得不能打印；该项按本期不适用处理，权重重新分配。",
            "The inputs make a divisor zero, or the result too large: the KPI does not apply in the period, and the weights are redistributed.",
        ),
        Text(
            "没有业务发生时不评分是对的；填错了变量，一项考核就悄悄少了。",
            "Without any business there is nothing to score; with a wrong input a KPI is silently lost.",
        ),
        "{kpi: delivery, period: 2026-Q1, inputs: [{name: on_time, value: 0}, {name: total, value: 0}]}",
        "{kpi: delivery, period: 2026-Q1, missing: not_applicable, note: 本季没有应交成果}",
        Text(
            "核对变量值；确实没有业务的，写 missing: not_applicable 并说明。",
            "Check the inputs; where there was nothing, write missing: not_applicable with a note.",
        ),
    ),
)
REASONS = {
    Unknown.ZERO_DIVISION: Text("除数为0", "division by zero"),
    Unknown.TOO_LARGE: Text("结果过大", "the result is too large"),
}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each entry whose formula has no result."""
    for one in readings(project):
        if (
            one.index is not None
            and one.basis
            and one.basis.unknown
            and project.measurements[one.index].inputs
        ):
            message = Text(
                f"{one.kpi} {written(one.period)} 的公式没有结果（{REASONS[one.basis.unknown].zh}），按本期不适用处理",
                f"the formula of {one.kpi} has no result in {written(one.period)} ({REASONS[one.basis.unknown].en}): "
                "not applicable",
            )
            yield found(CODE, message, Place(("measurements", one.index, "inputs")))
