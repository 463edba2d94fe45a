"""Check P179: no promise for this level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P179",
    Severity.ERROR,
    Text("没有这一级别的承诺", "no promise for this level"),
    page(
        Text("请求的级别应当是 promises 中的一个。", "The level of a request is one of the promises."),
        Text("没有承诺的级别，无法判断是否超时。", "Without a promise nobody can say what is late."),
        "{level: 三级}",
        "{level: 二级}",
        Text("更正级别，或者补充承诺。", "Correct the level or add a promise."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each request of a level without a promise."""
    support = project.assistance
    levels = {one.level for one in (support.promises if support else ())}
    for at, one in enumerate(support.requests if support else ()):
        if one.level not in levels:
            message = Text(
                f"{one.id} 的级别“{one.level}”没有承诺",
                f"there is no promise for the level '{one.level}' of {one.id}",
            )
            yield found(CODE, message, Place(("assistance", "requests", at, "level")))
