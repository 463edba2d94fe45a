"""Check D108: acceptance contradicts delivery."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D108",
    Severity.ERROR,
    Text("验收日与交付日矛盾", "acceptance contradicts delivery"),
    page(
        Text(
            "验收合格日不能早于实际交付日；写了验收日就要有交付日。",
            "Acceptance is not before delivery, and what was accepted was delivered.",
        ),
        Text(
            "付款期限从交付或验收起算，日期矛盾，应付日就算错。",
            "Periods of payment run from these days: wrong ones make wrong due dates.",
        ),
        "{id: d1, delivered_on: 2026-04-02, accepted_on: 2026-03-30}",
        "{id: d1, delivered_on: 2026-03-27, accepted_on: 2026-03-30}",
        Text("按交付单和验收单改正。", "Correct them by the delivery note and the acceptance form."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each deliverable accepted before or without delivery."""
    for index, item in enumerate(project.contract.deliverables):
        accepted, delivered = item.accepted_on, item.delivered_on
        if accepted and (delivered is None or accepted < delivered):
            zh = f"早于交付日 {delivered}" if delivered else "没有交付日"
            en = f"before its delivery on {delivered}" if delivered else "without a day of delivery"
            message = Text(
                f"“{item.name}”于 {accepted} 验收，{zh}", f"'{item.name}' was accepted on {accepted}, {en}"
            )
            yield found(CODE, message, Place(("contract", "deliverables", index, "accepted_on")))
