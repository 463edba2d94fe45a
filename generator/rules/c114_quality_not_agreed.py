"""Check C114: quality is not agreed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kinds import SERVICES
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "C114",
    Severity.WARNING,
    Text("没有约定质量要求", "quality is not agreed"),
    page(
        Text(
            "合同既没有质量标准（quality），也没有带验收标准的交付成果（deliverables）。",
            "The contract has neither quality standards (quality) nor deliverables with criteria.",
        ),
        Text(
            "质量要求不明确的，先补充协议，再按国家标准、行业标准、通常标准履行，"
            "乙方做到什么程度就难以评判。",
            "Where quality is unclear, national, industry or usual standards apply, and whether Party B "
            "performed is hard to judge.",
        ),
        "contract: {quality: [], deliverables: []}",
        "contract:\n  quality:\n"
        "    - {id: q1, name: 一级故障响应时间, metric: 报障到首次回复, threshold: 30, direction: lower, "
        "unit: 分钟, source: 工单系统}",
        Text(
            "至少写一项可测量的质量标准或交付成果。", "State at least one measurable standard or deliverable."
        ),
    ),
    (civil_code("第五百一十一条", "（一）质量要求不明确的，按照强制性国家标准履行"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for services without quality standards and deliverables."""
    contract = project.contract
    if project.project.kind in SERVICES and not contract.quality and not contract.deliverables:
        message = Text(
            "没有写质量标准（quality），也没有交付成果（deliverables）",
            "there are neither quality standards (quality) nor deliverables",
        )
        yield found(CODE, message, Place(("contract",), "key"))
