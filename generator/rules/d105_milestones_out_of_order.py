"""Check D105: milestones out of order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D105",
    Severity.WARNING,
    Text("里程碑日期与顺序不符", "milestones out of order"),
    page(
        Text(
            "里程碑按先后列出，后一项的计划日期却早于前一项。",
            "Milestones are listed in order, yet a later one is planned before an earlier one.",
        ),
        Text(
            "合同附件按列出的顺序打印，日期倒置会使先后义务不清。",
            "They are printed in this order; dates that run back leave unclear what comes first.",
        ),
        "milestones:\n  - {id: m1, name: 需求确认, planned: 2026-04-30}\n"
        "  - {id: m2, name: 系统上线, planned: 2026-03-31}",
        "milestones:\n  - {id: m1, name: 需求确认, planned: 2026-03-31}\n"
        "  - {id: m2, name: 系统上线, planned: 2026-04-30}",
        Text("改正日期或调整顺序。", "Correct a date or the order."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each milestone planned before the one listed above it."""
    for index, (earlier, later) in enumerate(pairwise(project.contract.milestones)):
        if later.planned < earlier.planned:
            message = Text(
                f"“{later.name}”计划于 {later.planned}，早于前一项“{earlier.name}”的 {earlier.planned}",
                f"'{later.name}' is planned for {later.planned}, before '{earlier.name}' on "
                f"{earlier.planned}",
            )
            related = [see("前一项", "the one above", ("contract", "milestones", index, "planned"))]
            yield found(
                CODE, message, Place(("contract", "milestones", index + 1, "planned")), related=related
            )
