"""Check K112: a fraction where percent are meant."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "K112",
    Severity.WARNING,
    Text("百分数可能写成了小数", "a fraction where percent are meant"),
    page(
        Text(
            "单位是 % 的指标，目标值在50以上，测量值却不超过1。",
            "The unit is %, the target 50 or more, and the value 1 or less.",
        ),
        Text(
            "本工具的百分数写百分之前的数：96.5 即 96.5%。写成 0.965 会得零分。",
            "Percent are written as such: 96.5 means 96.5 %. Written 0.965 it scores nothing.",
        ),
        "{kpi: sales, period: 2026-Q1, value: 0.965}",
        "{kpi: sales, period: 2026-Q1, value: 96.5}",
        Text(
            "乘以100；确实不到1%的，在 note 中说明。",
            "Multiply by 100; if it really is below 1 %, say so in note.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each value that looks like a fraction; a note says that it is none."""
    kpis = {kpi.id: kpi for kpi in project.kpis}
    for index, entry in enumerate(project.measurements):
        kpi, value = kpis.get(entry.kpi), entry.value
        if not kpi or kpi.unit not in ("%", "％") or kpi.target < 50 or entry.note:
            continue
        if value is not None and 0 < value <= 1:
            meant = plain(value * 100)
            message = Text(
                f"“{kpi.name}”的单位是 %，写的是 {plain(value)}，是否指 {meant}？",
                f"'{kpi.name}' is in %, and {plain(value)} is given: is {meant} meant?",
            )
            target = see("目标值", "the target", ("kpis", project.kpis.index(kpi), "target"))
            yield found(CODE, message, Place(("measurements", index, "value")), related=[target])
