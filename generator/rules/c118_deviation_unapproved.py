"""Check C118: a deviation from the standard text that nobody has approved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C118",
    Severity.WARNING,
    Text("条款偏离未经批准", "a deviation is not approved"),
    page(
        Text(
            "合同已经到签署或者之后的阶段，而某处条款偏离没有写批准人和批准日期。",
            "The contract is being signed or performed, and a deviation names neither approver nor date.",
        ),
        Text(
            "标准文本经过甲方审核；与它不同的文字，签署前应当有人负责地看过。",
            "The standard text has been reviewed; what differs from it is to be reviewed before it is signed.",
        ),
        "deviations: [{clause: confidentiality, use: affiliates, reason: 对方要求}]",
        "deviations: [{clause: confidentiality, use: affiliates, reason: 对方要求, approved_by: zhou, approved_on: 2026-02-10}]",
        Text(
            "取得批准后写上 approved_by 和 approved_on；条款偏离报告可供签批。",
            "Add approved_by and approved_on once it is approved; the deviation report is made to be signed.",
        ),
    ),
)
OPEN = frozenset({ProjectState.DRAFT, ProjectState.REVIEW})


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each deviation without approval once the contract is no draft any more."""
    if project.project.state in OPEN:
        return
    for index, one in enumerate(project.deviations):
        if one.approved_by is None:
            name = one.add or one.clause or ""
            message = Text(
                f"对条款 {name} 的偏离没有批准人", f"the deviation of the clause {name} names no approver"
            )
            yield found(CODE, message, Place(("deviations", index, "reason")))
