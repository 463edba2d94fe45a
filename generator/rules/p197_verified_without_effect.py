"""Check P197: verified without an effect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P197",
    Severity.WARNING,
    Text("验证没有写明效果", "verified without an effect"),
    page(
        Text("验证过的改进写明效果。", "A verified improvement says what it has effected."),
        Text("没有效果的记录，别的项目无法借鉴。", "Without it nobody can learn from it."),
        "{verified_on: 2026-09-30}",
        "{verified_on: 2026-09-30, effect: 投诉率由3.4%降到1.5%}",
        Text("写上 effect。", "Add effect."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each verified improvement without an effect."""
    for at, one in enumerate(project.improvements):
        if one.verified_on and not one.effect:
            yield found(
                CODE,
                Text(f"{one.id} 没有写明效果", f"{one.id} has no effect"),
                Place(("improvements", at, "verified_on")),
            )
