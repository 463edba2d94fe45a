"""Check K140: the unit of a value differs from the KPI's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K140",
    Severity.ERROR,
    Text("测量值的单位与指标不符", "the unit of a value differs from the KPI's"),
    page(
        Text(
            "测量值写了单位的，应当与指标的单位相同；表格中带百分号的数按百分数读取。",
            "A value with a unit has the KPI's; figures with a percent sign in a table are percent.",
        ),
        Text("0.95 与 95% 混用，得分会差一百倍。", "Mixing 0.95 and 95% makes the score wrong by a hundred."),
        "{kpi: complaints, value: 3, unit: 件}",
        "{kpi: complaints, value: 1.5, unit: '%'}",
        Text("换算数值，或者更正单位。", "Convert the value or correct the unit."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each value whose unit is not that of its KPI."""
    units = {one.id: one.unit for one in project.kpis}
    for at, one in enumerate(project.measurements):
        if one.unit is not None and one.unit != units.get(one.kpi):
            message = Text(
                f"单位是 {one.unit}，指标的单位是 {units[one.kpi]}",
                f"the unit is {one.unit}, that of the KPI {units[one.kpi]}",
            )
            yield found(CODE, message, Place(("measurements", at, "unit")))
