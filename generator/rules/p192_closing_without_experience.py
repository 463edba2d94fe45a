"""Check P192: closed without experience or mistakes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P192",
    Severity.WARNING,
    Text("结项没有总结经验和不足", "closed without experience or mistakes"),
    page(
        Text(
            "写了结项日的，至少各写一条经验和不足。",
            "With a day of closing there is at least one experience and one mistake.",
        ),
        Text("不总结，同样的问题会在下一个项目重演。", "Without it the next project repeats them."),
        "{date: 2026-12-31}",
        "{experience: [提前备货], mistakes: [报告延迟]}",
        Text("补上经验和不足。", "Add them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for a closing with its day that lacks experience or mistakes."""
    closing = project.closing
    if closing and closing.date and not (closing.experience and closing.mistakes):
        message = Text("没有写明经验和不足", "experience and mistakes are missing")
        yield found(CODE, message, Place(("closing",), "key"))
