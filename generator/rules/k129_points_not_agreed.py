"""Check K129: points without an agreed item."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K129",
    Severity.WARNING,
    Text("加减分没有约定依据", "points without an agreed item"),
    page(
        Text(
            "考核规则列了加减分项（bonuses），这一加减分却没有写依据哪一项（item）。",
            "The assessment lists its bonus items, and these points rest on none of them.",
        ),
        Text(
            "合同写明加减分以所列事项为限，没有依据的分值容易被推翻。",
            "The contract limits points to the items listed; others will not stand.",
        ),
        "bonuses: [{id: rescue, text: 紧急抢修, points_max: 2}]\nadjustments: [{points: 1, reason: 3月抢修}]",
        "bonuses: [{id: rescue, text: 紧急抢修, points_max: 2}]\nadjustments: [{points: 1, reason: 3月抢修, item: rescue}]",
        Text(
            "写明 item，或删去这一分值。",
            "Name the item, or delete the points.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each adjustment without an item where items are agreed."""
    if not project.assessment.bonuses:
        return
    for index, evaluation in enumerate(project.evaluations):
        for at, one in enumerate(evaluation.adjustments):
            if one.item is None:
                message = Text(
                    f"{plain(one.points)} 分没有写依据的加减分项",
                    f"{plain(one.points)} points rest on no item",
                )
                yield found(CODE, message, Place(("evaluations", index, "adjustments", at, "points")))
