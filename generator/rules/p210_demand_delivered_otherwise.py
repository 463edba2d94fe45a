"""Check P210: a demand is delivered by other means than agreed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.contract import NoticeMeans
from generator.model.project import Project
from generator.model.remedy import DeliveryMethod
from generator.rules.support import page

CODE = Code(
    "P210",
    Severity.WARNING,
    Text("催告的送达方式不是合同约定的", "a demand is delivered by other means than agreed"),
    page(
        Text(
            "合同约定了通知的方式，催告应当按其中一种送达。",
            "The contract says how notices are given; a demand uses one of these ways.",
        ),
        Text("按没有约定的方式送达的，对方可以主张没有收到。", "Otherwise the other party may deny receipt."),
        "delivery: {method: hand, proof: 签收单}",
        "delivery: {method: courier, proof: EMS 单号}",
        Text("按约定的方式再送达一次。", "Deliver it again as agreed."),
    ),
)


_MEANS = {
    DeliveryMethod.HAND: NoticeMeans.PERSONAL,
    DeliveryMethod.COURIER: NoticeMeans.COURIER,
    DeliveryMethod.EMAIL: NoticeMeans.EMAIL,
}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each letter delivered in a way that the contract does not provide for."""
    means = project.contract.notice.means
    for at, one in enumerate(project.demands):
        if one.delivery and _MEANS[one.delivery.method] not in means:
            message = Text(
                f"{one.number} 的送达方式不是合同约定的",
                f"{one.number} was delivered in a way that is not agreed",
            )
            yield found(CODE, message, Place(("demands", at, "delivery", "method")))
