"""Check D118: a deliverable is due after its milestone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D118",
    Severity.WARNING,
    Text("交付日晚于所属的里程碑", "a deliverable is due after its milestone"),
    page(
        Text(
            "交付成果的交付日（due）晚于它所属里程碑的计划日期（planned）。",
            "A deliverable is due after the day planned for the milestone it belongs to.",
        ),
        Text(
            "里程碑要等成果交付才能达到；以里程碑付款的，付款会早于交付。",
            "The milestone waits for the deliverable; a payment tied to it would come before delivery.",
        ),
        "milestones: [{id: m1, planned: 2026-05-15}]\ndeliverables: [{id: d1, due: 2026-06-15, milestone: m1}]",
        "milestones: [{id: m1, planned: 2026-05-15}]\ndeliverables: [{id: d1, due: 2026-05-15, milestone: m1}]",
        Text(
            "改正其中一个日期，或者改正所属的里程碑。",
            "Correct one of the dates, or the milestone it belongs to.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each deliverable that comes after its milestone."""
    contract = project.contract
    rows = {row.id: (index, row) for index, row in enumerate(contract.milestones)}
    for index, item in enumerate(contract.deliverables):
        if item.milestone is not None:
            at, milestone = rows[item.milestone]
            if item.due > milestone.planned:
                message = Text(
                    f"“{item.name}”于 {item.due} 交付，里程碑“{milestone.name}”是 {milestone.planned}",
                    f"'{item.name}' is due on {item.due}, its milestone '{milestone.name}' on {milestone.planned}",
                )
                related = [see("所属的里程碑", "its milestone", ("contract", "milestones", at, "planned"))]
                yield found(CODE, message, Place(("contract", "deliverables", index, "due")), related=related)
