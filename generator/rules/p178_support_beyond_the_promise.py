"""Check P178: support took longer than promised."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.assistance import served
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P178",
    Severity.WARNING,
    Text("技术支持超过承诺时限", "support took longer than promised"),
    page(
        Text(
            "响应或者解决超过承诺的小时数；甲方和乙方的都提示。",
            "Response or resolution took longer than promised, by either party.",
        ),
        Text(
            "乙方超时影响考核；甲方自己超时，会成为乙方迟延的理由。",
            "Party B’s delay enters the score; Party A’s own excuses Party B.",
        ),
        "{raised_at: '09:10', responded_at: '11:25'}",
        "{raised_at: '09:10', responded_at: '09:25'}",
        Text(
            "分析原因；甲方的迟延应当在评价时说明。", "Find the cause; take Party A’s own delay into account."
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each request that was answered or resolved later than promised, or is still open beyond it."""
    for at, one in enumerate(served(project, project.project.as_of)):
        parts = [("响应", "response")] if one.late_response else []
        parts += [("解决", "resolution")] if one.late_resolution else []
        if parts:
            zh, en = "、".join(zh for zh, _ in parts), " and ".join(en for _, en in parts)
            message = Text(f"{one.request.id} 的{zh}超过承诺", f"{en} of {one.request.id} beyond the promise")
            yield found(CODE, message, Place(("assistance", "requests", at)))
