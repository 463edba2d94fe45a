"""Check M118: the year’s target is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.derive.periods import MONTHS, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import PeriodKind
from generator.model.project import Project
from generator.rules.support import figures, page

CODE = Code(
    "M118",
    Severity.ERROR,
    Text("全年目标不等于各期之和", "the year’s target is not the sum of its parts"),
    page(
        Text(
            "同时写了全年目标和全部月度、季度或半年目标时，两者必须一致；同一期间只写一次。",
            "Where a year’s target and those of all its months, quarters or halves are given, they must "
            "agree; each period once.",
        ),
        Text(
            "两个目标矛盾，是否达标就有两种结论。", "Two targets lead to two answers on whether it was met."
        ),
        'targets:\n  - {period: "2026", amount: 30000000.00}\n  - {period: 2026-H1, amount: 12000000.00}\n'
        "  - {period: 2026-H2, amount: 16000000.00}",
        'targets:\n  - {period: "2026", amount: 30000000.00}\n  - {period: 2026-H1, amount: 13000000.00}\n'
        "  - {period: 2026-H2, amount: 17000000.00}",
        Text("改正其中一处。", "Correct one of them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for a period given twice and a yearly target that its parts contradict."""
    targets = project.contract.sales.targets if project.contract.sales else ()
    first = {target.period: index for index, target in reversed(list(enumerate(targets)))}
    for index, target in enumerate(targets):
        name, place = written(target.period), Place(("contract", "sales", "targets", index, "period"))
        if first[target.period] != index:
            yield found(CODE, Text(f"{name} 的目标写了两次", f"the target of {name} is given twice"), place)
        for kind in MONTHS if target.period.kind is PeriodKind.YEAR else ():
            parts = [
                t.amount for t in targets if (t.period.year, t.period.kind) == (target.period.year, kind)
            ]
            total = sum(parts, Decimal())
            if kind is not PeriodKind.YEAR and len(parts) == 12 // MONTHS[kind] and total != target.amount:
                message = Text(
                    f"{name} 年目标 {figures(target.amount)}，各期合计 {figures(total)}",
                    f"the target of {name} is {figures(target.amount)}, its parts make {figures(total)}",
                )
                yield found(CODE, message, place)
