"""Check K128: more points than agreed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K128",
    Severity.ERROR,
    Text("加减分超过约定", "more points than agreed"),
    page(
        Text(
            "引用约定事项的加减分，方向与约定一致，一期合计不超过该项最多分值。",
            "Points that rest on an agreed item go its way, and come to no more in a period than it allows.",
        ),
        Text(
            "超出约定的加分是送分，超出约定的扣分乙方可以不认。",
            "More is a gift, or a deduction that Party B need not accept.",
        ),
        "bonuses: [{id: rescue, text: 紧急抢修, points_max: 2}]\nadjustments: [{points: 3, reason: 3月抢修, item: rescue}]",
        "bonuses: [{id: rescue, text: 紧急抢修, points_max: 2}]\nadjustments: [{points: 2, reason: 3月抢修, item: rescue}]",
        Text(
            "改分值，或改约定。",
            "Change the points, or what is agreed.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for the first adjustment with which an item exceeds its limit."""
    limits = {one.id: one.points_max for one in project.assessment.bonuses}
    for index, evaluation in enumerate(project.evaluations):
        sums = dict.fromkeys(limits, Decimal(0))
        for at, one in enumerate(evaluation.adjustments):
            if one.item is None:
                continue
            limit, before = limits[one.item], sums[one.item]
            sums[one.item] = after = before + one.points
            low, high = min(limit, Decimal(0)), max(limit, Decimal(0))
            if low <= before <= high and not low <= after <= high:
                message = Text(
                    f"加减分项 {one.item} 约定最多 {plain(limit)} 分，本期合计 {plain(after)} 分",
                    f"the item {one.item} allows {plain(limit)} points, and here they come to {plain(after)}",
                )
                yield found(CODE, message, Place(("evaluations", index, "adjustments", at, "points")))
