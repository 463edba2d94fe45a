"""Check P182: someone is assigned for more than all their time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P182",
    Severity.WARNING,
    Text("一个人的投入超过百分之百", "someone is assigned for more than all their time"),
    page(
        Text(
            "同一姓名在各角色中的投入合计超过 100%。",
            "The loads of one name add up to more than 100 percent.",
        ),
        Text("投入写多了，人手其实不够。", "The people are then fewer than they look."),
        "[{name: 陈果, load_percent: 80}, {name: 陈果, load_percent: 50}]",
        "[{name: 陈果, load_percent: 60}, {name: 陈果, load_percent: 40}]",
        Text("核实投入，或者增加人员。", "Check the loads or add people."),
    ),
)


FULL = 100


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding where the loads of one name pass a hundred percent; people who have left do not count."""
    sums: dict[str, Decimal] = {}
    for at, one in enumerate(project.resources.people if project.resources else ()):
        if one.assigned_until and one.assigned_until < project.project.as_of:
            continue
        before = sums.get(one.name, Decimal(0))
        sums[one.name] = before + (one.load_percent or Decimal(0))
        if before <= FULL < sums[one.name]:
            message = Text(
                f"{one.name} 的投入合计 {sums[one.name]}%",
                f"the loads of {one.name} come to {sums[one.name]}%",
            )
            yield found(CODE, message, Place(("resources", "people", at, "load_percent")))
