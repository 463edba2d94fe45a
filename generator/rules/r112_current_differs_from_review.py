"""Check R112: the current exposure differs from the last review."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "R112",
    Severity.ERROR,
    Text("当前等级与最后一次复核不一致", "the current exposure differs from the last review"),
    page(
        Text(
            "有复核记录的，current 就是最后一次复核的可能性和影响。",
            "Where reviews are recorded, current is what the last one found.",
        ),
        Text(
            "两处不一致，登记册和风险报告就会各说各话。",
            "If they differ, register and report contradict each other.",
        ),
        "{current: {likelihood: 3, impact: 4}, reviews: [{likelihood: 2, impact: 4}]}",
        "{current: {likelihood: 2, impact: 4}, reviews: [{likelihood: 2, impact: 4}]}",
        Text("改 current，或者补记复核。", "Correct current or record the review."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each risk whose last review found another exposure."""
    for at, risk in enumerate(project.risks):
        last = max(risk.reviews, key=lambda one: one.date, default=None)
        if last and (last.likelihood, last.impact) != (risk.current.likelihood, risk.current.impact):
            message = Text(
                f"{risk.id} 当前为 {risk.current.likelihood}×{risk.current.impact}，{last.date} 复核为 {last.likelihood}×{last.impact}",
                f"{risk.id} is {risk.current.likelihood}×{risk.current.impact}, its review of {last.date} found {last.likelihood}×{last.impact}",
            )
            yield found(CODE, message, Place(("risks", at, "current"), "key"))
