"""Check K101: weights do not add up to 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K101",
    Severity.ERROR,
    Text("权重之和不是100", "weights do not add up to 100"),
    page(
        Text("全部考核指标的权重之和必须是100。", "The weights of all KPIs must add up to 100."),
        Text(
            "不等于100，满分就不是100分，等级和与之挂钩的付款都会算错。",
            "Otherwise the best score is not 100, and grades and payments that follow from it are wrong.",
        ),
        "kpis:\n  - {id: sales, weight: 60}\n  - {id: service, weight: 30}",
        "kpis:\n  - {id: sales, weight: 60}\n  - {id: service, weight: 40}",
        Text("按重要程度重新分配。", "Share the weights out again."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the weights are not 100 together."""
    total = sum((kpi.weight for kpi in project.kpis), Decimal())
    if total != 100:
        difference = plain(abs(total - 100))
        more_zh, more_en = ("多", "too many") if total > 100 else ("少", "missing")
        message = Text(
            f"{len(project.kpis)} 项指标的权重合计 {plain(total)}，比 100 {more_zh} {difference}",
            f"the weights of {len(project.kpis)} KPIs add up to {plain(total)}: {difference} {more_en}",
        )
        yield found(CODE, message, Place(("kpis",), "key"))
