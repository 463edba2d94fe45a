"""Check M107: commission tiers do not meet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.sales import CommissionTier
from generator.rules.support import figures, page

CODE = Code(
    "M107",
    Severity.ERROR,
    Text("佣金分级不连续", "commission tiers do not meet"),
    page(
        Text(
            "佣金分级从0起，每级的上限就是下一级的下限，最高一级不写上限。",
            "Tiers begin at 0, each ends where the next begins, and the top one is open.",
        ),
        Text(
            "有空档的销售额没有佣金率，重叠的有两个佣金率。",
            "In a gap there is no rate; where tiers overlap there are two.",
        ),
        "tiers:\n  - {at_least: 0, below: 5000000.00, rate: 3}\n  - {at_least: 6000000.00, rate: 4}",
        "tiers:\n  - {at_least: 0, below: 5000000.00, rate: 3}\n  - {at_least: 5000000.00, rate: 4}",
        Text("让各级首尾相接。", "Let each tier begin where the one before ends."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each tier that does not begin where it should, and for a closed or open end."""
    sales = project.contract.sales
    if sales and sales.commission:
        yield from _tiers(sales.commission.tiers, "commission")
    if sales and sales.rebate:
        yield from _tiers(sales.rebate.tiers, "rebate")


def _tiers(tiers: tuple[CommissionTier, ...], section: str) -> Iterator[Diagnostic]:
    expected: Decimal | None = Decimal()
    for index, tier in enumerate(tiers):
        route = ("contract", "sales", section, "tiers", index)
        if expected is not None and tier.at_least != expected:
            message = Text(
                f"第 {index + 1} 级从 {figures(tier.at_least)} 起，应从 {figures(expected)} 起",
                f"tier {index + 1} begins at {figures(tier.at_least)}, not at {figures(expected)}",
            )
            yield found(CODE, message, Place((*route, "at_least")))
        last = index == len(tiers) - 1
        if last == (tier.below is not None):
            zh = "最高一级不应有上限" if last else f"第 {index + 1} 级没有上限（below）"
            en = "the top tier must be open" if last else f"tier {index + 1} has no end (below)"
            yield found(CODE, Text(zh, en), Place((*route, "below")))
        expected = tier.below
