"""Check P193: what is left over is not open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive.closing import open_points
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P193",
    Severity.WARNING,
    Text("遗留事项所指的对象并没有未了结", "what is left over is not open"),
    page(
        Text(
            "left_over 的 refers 写未了事项的编号；编号写错或者已经了结的，不起作用。",
            "refers names an open point; a wrong id or one that is settled has no effect.",
        ),
        Text(
            "写错编号，真正未了的事就没有人负责。",
            "With a wrong id nobody is responsible for what is really open.",
        ),
        "{refers: p66}",
        "{refers: p6}",
        Text("更正编号，或者删去。", "Correct the id or delete the entry."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each entry that names no open point."""
    if project.closing is None or not project.closing.left_over:
        return
    bare = replace(project, closing=None)
    known = {one.id for one in open_points(bare, project.project.as_of)}
    for at, one in enumerate(project.closing.left_over):
        if one.refers not in known:
            message = Text(f"没有未了结的 {one.refers}", f"nothing open is called {one.refers}")
            yield found(CODE, message, Place(("closing", "left_over", at, "refers")))
