"""Check P116: improvement not verified in time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import counted, page

CODE = Code(
    "P116",
    Severity.WARNING,
    Text("改进措施逾期未验证", "improvement not verified in time"),
    page(
        Text(
            "改进措施的期限早于数据截止日，没有验证日期。",
            "An improvement was due before the as-of date and is not verified.",
        ),
        Text("没有验证，就不知道问题是否解决。", "Without verification nobody knows whether it worked."),
        "project: {as_of: 2026-07-31}\nimprovements: [{id: i1, due: 2026-06-30}]",
        "project: {as_of: 2026-07-31}\n"
        "improvements: [{id: i1, due: 2026-06-30, verified_on: 2026-06-29, effect: 首次响应缩短到18分钟}]",
        Text(
            "验证后写 verified_on 和 effect，或改期限。",
            "Verify it, write verified_on and effect, or set a new date.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each improvement that is late and not verified."""
    as_of = project.project.as_of
    for index, entry in enumerate(project.improvements):
        if entry.verified_on is None and entry.due < as_of:
            days = (as_of - entry.due).days
            message = Text(
                f"改进 {entry.id}“{entry.measure}”已逾期 {days} 天",
                f"the improvement {entry.id} is {counted(days, 'day')} late",
            )
            yield found(CODE, message, Place(("improvements", index, "due")))
