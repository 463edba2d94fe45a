"""Check K131: a value that the records contradict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.derive.periods import written
from generator.derive.readings import readings
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K131",
    Severity.ERROR,
    Text("填写的数值与记录不符", "a value that the records contradict"),
    page(
        Text(
            "自动取数的指标（derived_from）又填了测量值，与项目记录算出的不同。",
            "A KPI is derived from the records, and the value typed in is another.",
        ),
        Text(
            "评价表按记录打印；两个数并存，乙方有理由不认。",
            "The form prints what the records give; with two values on file Party B may dispute either.",
        ),
        "kpis: [{id: reporting, derived_from: reports_on_time}]\nmeasurements: [{kpi: reporting, period: 2026-Q1, value: 100}]   # 4 due, 3 on time",
        "kpis: [{id: reporting, derived_from: reports_on_time}]\nmeasurements: [{kpi: reporting, period: 2026-Q1, value: 75}]",
        Text(
            "删去填写的数值，或更正记录。",
            "Delete the value, or correct the records.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each typed value that differs, to the decimals typed, from the one counted."""
    for one in readings(project):
        typed = project.measurements[one.index].value if one.index is not None else None
        if typed is None or one.basis is None or one.value == typed:
            continue
        if one.value is None or rounded(one.value, typed) != typed:
            counted = "—" if one.value is None else plain(one.value)
            message = Text(
                f"{one.kpi} {written(one.period)} 填的是 {plain(typed)}，按记录是 {counted}",
                f"{one.kpi} {written(one.period)} says {plain(typed)}, the records give {counted}",
            )
            yield found(CODE, message, Place(("measurements", one.index or 0, "value")))


def rounded(value: Decimal, like: Decimal) -> Decimal:
    """Return ``value`` with as many decimals as ``like``, at most its own."""
    unit = Decimal(1).scaleb(min(0, int(like.as_tuple().exponent)))
    return value.quantize(max(unit, Decimal("0.01")), ROUND_HALF_UP)
