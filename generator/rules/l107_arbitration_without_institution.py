"""Check L107: arbitration without an institution."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.contract import DisputeMethod
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "L107",
    Severity.ERROR,
    Text("仲裁没有选定机构", "arbitration without an institution"),
    page(
        Text(
            "选仲裁要写仲裁机构（institution）和仲裁地（seat）。",
            "Arbitration needs an institution and a seat.",
        ),
        Text(
            "仲裁机构没有约定又达不成补充协议的，仲裁协议无效。",
            "Without an institution, and without later agreement on one, the arbitration agreement is void.",
        ),
        "dispute: {method: arbitration, seat: 杭州}",
        "dispute: {method: arbitration, institution: 杭州仲裁委员会, seat: 杭州}",
        Text("写上两项，或改选诉讼。", "Give both, or choose court."),
    ),
    (
        cite("仲裁法", "第十八条", "对仲裁事项或者仲裁委员会没有约定或者约定不明确的", "2017年修正"),
        cite("仲裁法", "第二十九条", "对仲裁事项或者仲裁机构没有约定或者约定不明确的"),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each part of an arbitration agreement that is missing."""
    dispute = project.contract.dispute
    if dispute.method is DisputeMethod.ARBITRATION:
        for key, zh in (("institution", "仲裁机构"), ("seat", "仲裁地")):
            if getattr(dispute, key) is None:
                message = Text(f"仲裁没有写{zh}（{key}）", f"the {key} is missing")
                yield found(CODE, message, Place(("contract", "dispute", "method")))
