"""Check M153: one fee is settled twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M153",
    Severity.ERROR,
    Text("同一期款项考核了两次", "one fee is settled twice"),
    page(
        Text(
            "一期付款（按月支付的一个月）只由一次评价增减。",
            "One instalment, or one month of it, is raised or lowered by one evaluation only.",
        ),
        Text("否则同一笔款项会被扣减两次。", "Otherwise the same fee is deducted twice."),
        "两次评价都写 instalment: p2",
        "一次写 p2，一次写 p3",
        Text("更正其中一次。", "Correct one of them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation whose fee an earlier entry has."""
    seen: dict[tuple[str, int | None], str] = {}
    for at, one in enumerate(project.evaluations):
        if one.instalment is None:
            continue
        first = seen.setdefault((one.instalment, one.month), one.id)
        if first != one.id:
            message = Text(
                f"评价 {one.id} 和 {first} 都增减 {one.instalment}",
                f"evaluations {one.id} and {first} both settle {one.instalment}",
            )
            yield found(CODE, message, Place(("evaluations", at, "instalment")))
