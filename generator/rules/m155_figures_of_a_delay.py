"""Check M155: figures that a claim for delay does not use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M155",
    Severity.WARNING,
    Text("迟延的违约金写了不用的数", "figures that a claim for delay does not use"),
    page(
        Text(
            "迟延交付、迟延付款的违约金按合同约定的日比例和上限计算，claims 中的 percent、each、count、cap 不起作用。",
            "Damages for delay follow the daily rate and the cap of the contract; percent, each, count and cap of the claim are not used.",
        ),
        Text("写了而不用的数会让人误以为按它计算。", "A figure that is not used looks as if it were."),
        "{deliverable: d3, base: 520000.00, percent: 0.5}",
        "{deliverable: d3, base: 520000.00}",
        Text(
            "删去这些数；合同另有约定的，改为依据 breach.items。",
            "Delete them; what is agreed otherwise rests on breach.items.",
        ),
    ),
)


UNUSED = ("percent", "each", "count", "cap")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each figure of a claim for delay that the contract's terms replace."""
    for at, claim in enumerate(project.claims):
        for name in UNUSED if claim.breach is None else ():
            if getattr(claim, name) is not None:
                message = Text(f"{claim.id} 的 {name} 不起作用", f"{name} of {claim.id} is not used")
                yield found(CODE, message, Place(("claims", at, name)))
