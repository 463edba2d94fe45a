"""Check K107: one KPI measured twice in a period."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Period
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "K107",
    Severity.ERROR,
    Text("同一指标同一期间测量两次", "one KPI measured twice in a period"),
    page(
        Text("一项指标在一个期间只能有一条测量记录。", "A KPI has one measurement in a period."),
        Text("有两个数值，得分就取决于用哪一个。", "With two values the score depends on which is taken."),
        "- {kpi: sales, period: 2026-Q1, value: 96.5}\n- {kpi: sales, period: 2026-Q1, value: 92}",
        "- {kpi: sales, period: 2026-Q1, value: 96.5}",
        Text("保留有依据的一条，删去另一条。", "Keep the one with evidence."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each measurement after the first of its KPI and period."""
    first: dict[tuple[str, Period], int] = {}
    for index, entry in enumerate(project.measurements):
        earlier = first.setdefault((entry.kpi, entry.period), index)
        if earlier != index:
            name = f"{entry.kpi} {written(entry.period)}"
            message = Text(f"{name} 已有测量记录", f"{name} is measured already")
            related = [see("第一次记录", "the first one", ("measurements", earlier))]
            yield found(CODE, message, Place(("measurements", index)), related=related)
