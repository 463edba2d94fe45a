"""Check D117: rescission before the days of grace are over."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import longest
from generator.rules.support import page, see

CODE = Code(
    "D117",
    Severity.ERROR,
    Text("宽限期未满就可以解除", "rescission before the days of grace are over"),
    page(
        Text(
            "逾期付款的宽限期（grace）长于解除合同的期限（terminate_after）。",
            "The days of grace for late payment (grace) are more than the time to rescission (terminate_after).",
        ),
        Text(
            "宽限期内不算逾期，却已经可以解除，两项约定互相矛盾。",
            "Within grace nothing is late, and yet the contract may be rescinded: the two contradict each other.",
        ),
        "late_payment: {grace: 30 calendar days, terminate_after: 15 calendar days}",
        "late_payment: {grace: 5 calendar days, terminate_after: 60 calendar days}",
        Text("缩短宽限期，或者延长解除的期限。", "Shorten the one or lengthen the other."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when grace is the longer one."""
    late = project.contract.breach.late_payment
    if late and longest(late.grace) > longest(late.terminate_after):
        days = longest(late.grace), longest(late.terminate_after)
        message = Text(
            f"宽限期 {days[0]} 日，逾期 {days[1]} 日却可以解除合同",
            f"{days[0]} days of grace, but rescission after {days[1]}",
        )
        route = ("contract", "breach", "late_payment")
        related = [see("宽限期", "the days of grace", (*route, "grace"))]
        yield found(CODE, message, Place((*route, "terminate_after")), related=related)
