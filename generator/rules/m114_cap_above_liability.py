"""Check M114: cap of damages above the cap of liability."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.breach import DamagesBase
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "M114",
    Severity.WARNING,
    Text("违约金上限超过赔偿上限", "cap of damages above the cap of liability"),
    page(
        Text(
            "按合同总价计的逾期交付违约金上限，高于乙方全部赔偿责任的上限。",
            "Damages for late delivery on the whole price are capped above all liability.",
        ),
        Text(
            "两个上限互相矛盾：按低的算，逾期条款就落空。",
            "The two caps contradict each other: by the lower one the term on delay fails.",
        ),
        "late_delivery: {base: contract_price, daily_rate: 0.1, cap_percent: 30, terminate_after: 30 "
        "calendar days}\nliability_cap_percent: 20",
        "late_delivery: {base: contract_price, daily_rate: 0.1, cap_percent: 20, terminate_after: 30 "
        "calendar days}\nliability_cap_percent: 100",
        Text("让赔偿上限不低于违约金上限。", "Make the cap of liability no lower."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when delay alone may exceed the cap of liability."""
    late, cap = project.contract.breach.late_delivery, project.contract.breach.liability_cap_percent
    if late and cap is not None and late.base is DamagesBase.CONTRACT_PRICE and late.cap_percent > cap:
        message = Text(
            f"逾期交付违约金上限为合同总价的 {plain(late.cap_percent)}%，高于赔偿上限 {plain(cap)}%",
            f"late delivery is capped at {plain(late.cap_percent)} % of the price, all liability at "
            f"{plain(cap)} %",
        )
        related = [see("赔偿上限", "the cap of liability", ("contract", "breach", "liability_cap_percent"))]
        place = Place(("contract", "breach", "late_delivery", "cap_percent"))
        yield found(CODE, message, place, related=related)
