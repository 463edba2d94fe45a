"""Check P180: times of a request are out of order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.assistance import served
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P180",
    Severity.ERROR,
    Text("支持请求的时间顺序不对", "times of a request are out of order"),
    page(
        Text(
            "响应不早于提出，解决不早于响应。",
            "Response is not before the request, resolution not before the response.",
        ),
        Text("时间颠倒，时长就是负数。", "Otherwise the hours are negative."),
        "{raised_at: '09:10', responded_at: '08:25'}",
        "{raised_at: '09:10', responded_at: '09:25'}",
        Text("更正时间。", "Correct the time."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each request that was answered before it was made, or resolved before it was answered."""
    for at, one in enumerate(served(project, project.project.as_of)):
        hours = [value for value in (one.response, one.resolution) if value is not None]
        if hours != sorted(hours) or any(value < 0 for value in hours):
            message = Text(f"{one.request.id} 的时间顺序不对", f"times of {one.request.id} are out of order")
            yield found(CODE, message, Place(("assistance", "requests", at)))
