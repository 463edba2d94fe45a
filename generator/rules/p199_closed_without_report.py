"""Check P199: a closed project without a closing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P199",
    Severity.WARNING,
    Text("已关闭的项目没有结项资料", "a closed project without a closing"),
    page(
        Text(
            "状态为 closed 的项目应当有 closing：目标结果、经验和不足。",
            "A closed project has a closing: results, experience, mistakes.",
        ),
        Text(
            "没有结项资料就没有结项报告，教训也留不下来。",
            "Without it there is no closing report, and no lesson is kept.",
        ),
        "{state: closed}",
        "{date: 2026-12-31, results: []}",
        Text("补上 closing。", "Add closing."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for a closed project without a closing."""
    if project.project.state is ProjectState.CLOSED and project.closing is None:
        yield found(CODE, Text("没有结项资料（closing）", "closing is missing"), Place(("project", "state")))
