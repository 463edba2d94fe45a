"""Check C115: late delivery has no consequence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, counted, page, see

CODE = Code(
    "C115",
    Severity.WARNING,
    Text("逾期交付没有违约责任", "late delivery has no consequence"),
    page(
        Text(
            "合同有交付日期，却没有约定乙方逾期交付的违约金和解除条件（breach.late_delivery）。",
            "The contract has delivery dates but no damages or rescission for late delivery "
            "(breach.late_delivery).",
        ),
        Text(
            "没有约定违约金，甲方只能举证实际损失；约定了，法院也可以按请求调整。",
            "Without agreed damages Party A must prove its loss; agreed ones may still be adjusted on "
            "request.",
        ),
        "deliverables: [{id: d1, due: 2026-03-31}]\nbreach: {late_payment: {daily_rate: 0.03}}",
        "deliverables: [{id: d1, due: 2026-03-31}]\nbreach:\n"
        "  late_delivery: {base: late_part, daily_rate: 0.1, cap_percent: 20, terminate_after: 30 calendar "
        "days}",
        Text("补上 breach.late_delivery。", "Add breach.late_delivery."),
    ),
    (civil_code("第五百八十五条", "当事人可以约定一方违约时应当根据违约情况向对方支付一定数额的违约金"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when there are deliverables but no term on late delivery."""
    contract = project.contract
    if contract.deliverables and contract.breach.late_delivery is None:
        count = len(contract.deliverables)
        message = Text(
            f"有 {count} 项交付成果，却没有约定逾期交付的违约责任（late_delivery）",
            f"{counted(count, 'deliverable')} agreed, but nothing is agreed on late delivery (late_delivery)",
        )
        related = [see("交付成果", "the deliverables", ("contract", "deliverables"))]
        yield found(CODE, message, Place(("contract", "breach"), "key"), related=related)
