"""Check K124: inputs do not fit the formula."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import written
from generator.derive.readings import missing_inputs
from generator.diagnostics import Code, Diagnostic, Place, Route, Severity, Text, found
from generator.model.performance import Measurement, Scoring
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K124",
    Severity.ERROR,
    Text("变量值与公式不符", "inputs do not fit the formula"),
    page(
        Text(
            "公式类指标的测量记录填每个变量的数值（inputs），不填数值（value）；其他指标不填变量值；评分类指标不填测量值。",
            "A measurement of a KPI with a formula has a value for each variable (inputs) and none of its own; no other has inputs, and a rated KPI has no value.",
        ),
        Text(
            "缺一个变量就算不出实际值，缺的不能当作0。",
            "Without one of them there is no value, and what is missing must not count as zero.",
        ),
        "{kpi: delivery, period: 2026-Q1, inputs: [{name: on_time, value: 9}]}",
        "{kpi: delivery, period: 2026-Q1, inputs: [{name: on_time, value: 9}, {name: total, value: 10}]}",
        Text("补上缺少的变量值，删去多余的。", "Add the missing inputs, delete the others."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each input that is missing, unknown or given twice, and for each value in the wrong place."""
    kpis = {kpi.id: kpi for kpi in project.kpis}
    for index, entry in enumerate(project.measurements):
        kpi, route = kpis[entry.kpi], ("measurements", index)
        known, given = [one.name for one in kpi.variables], [one.name for one in entry.inputs]
        typed = entry.value is not None and entry.missing is None
        if typed and kpi.scoring in (Scoring.FORMULA, Scoring.RATED):
            yield _wrong(entry, "不填数值（value）", "takes no value", (*route, "value"))
        if given and kpi.scoring is not Scoring.FORMULA:
            yield _wrong(entry, "没有公式，不填变量值", "takes no inputs", (*route, "inputs"))
            continue
        for at, name in enumerate(given):
            if name not in known or name in given[:at]:
                place = (*route, "inputs", at, "name")
                yield _wrong(entry, f"的变量 {name} 未列出或者重复", f"has a wrong or second {name}", place)
        lacking = ", ".join(name for name in missing_inputs(kpi, entry) if name in known)
        if given and lacking:
            yield _wrong(entry, f"缺少变量值：{lacking}", f"lacks {lacking}", (*route, "inputs"))


def _wrong(entry: Measurement, zh: str, en: str, route: Route) -> Diagnostic:
    name = f"{entry.kpi} {written(entry.period)}"
    return found(CODE, Text(f"{name} {zh}", f"{name} {en}"), Place(route))
