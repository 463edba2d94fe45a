"""Check K105: a measurement needs a value or a reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K105",
    Severity.ERROR,
    Text("测量值与缺测原因须有且只有一个", "a measurement needs a value or a reason"),
    page(
        Text(
            "每条测量记录写数值（value）或者变量值（inputs），没有数值时写缺测原因（missing），只写一个；自动取数的指标可以都不写。",
            "A measurement has a value or inputs, or the reason why it is missing: one of them; that of a derived KPI "
            "may have none.",
        ),
        Text(
            "空白会被当作零分或被忽略；没有数据和不适用，权重的处理不同。",
            "A blank would count as zero or be skipped; no data and not applicable are treated differently.",
        ),
        "- {kpi: sales, period: 2026-Q1}",
        "- {kpi: sales, period: 2026-Q1, value: 96.5}",
        Text(
            "补上数值，或写 missing: no_data 或 not_applicable。",
            "Give the value, or missing: no_data or not_applicable.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each measurement with both or neither."""
    derived = {kpi.id for kpi in project.kpis if kpi.derived_from}
    for index, entry in enumerate(project.measurements):
        name = f"{entry.kpi} {written(entry.period)}"
        if entry.value is None and entry.missing is None and not entry.inputs and entry.kpi not in derived:
            message = Text(f"{name} 没有数值，也没有缺测原因", f"{name} has neither a value nor a reason")
            yield found(CODE, message, Place(("measurements", index)))
        elif entry.missing is not None and (entry.value is not None or entry.inputs):
            given = "inputs" if entry.value is None else plain(entry.value)
            message = Text(
                f"{name} 既有数值 {given}，又写了缺测原因 {entry.missing}",
                f"{name} has the value {given} and a reason for missing it ({entry.missing})",
            )
            yield found(CODE, message, Place(("measurements", index, "missing")))
