"""Check P133: a change moves one day twice, or none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.changes import Subject, subject
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.change import Change
from generator.model.project import Project
from generator.rules.support import civil_code, page, see

CODE = Code(
    "P133",
    Severity.ERROR,
    Text("变更单的日期重复或者没有对象", "a change moves one day twice, or none"),
    page(
        Text(
            "同一份变更单对同一里程碑、成果或者合同届满日写了两个新日期；或者写了 term: false，日期不属于任何事项。",
            "One change gives two new days to a milestone, a deliverable or the end of the term; or says term: false, so that "
            "its day belongs to nothing.",
        ),
        Text(
            "变更的内容不明确的，推定为未变更。",
            "A change whose content is unclear is presumed not to be made.",
        ),
        "dates: [{milestone: m1, date: 2026-06-10}, {milestone: m1, date: 2026-06-20}]",
        "dates: [{milestone: m1, date: 2026-06-20}]",
        Text(
            "一个事项只写一个新日期；变更届满日写 term: true。",
            "Give one day to each; term: true moves the end of the term.",
        ),
    ),
    (civil_code("第五百四十四条", "当事人对合同变更的内容约定不明确的，推定为未变更。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each new day of something that has one already, or of nothing."""
    for index, one in enumerate(project.changes):
        yield from _days(one, index)


def _days(change: Change, index: int) -> Iterator[Diagnostic]:
    first: dict[Subject, int] = {}
    for at, day in enumerate(change.dates):
        route = ("changes", index, "dates", at)
        earlier = first.setdefault(subject(day), at)
        if day.term is False:
            message = Text(f"{day.date} 不属于任何事项", f"{day.date} is the day of nothing")
            yield found(CODE, message, Place((*route, "term")))
        elif earlier != at:
            message = Text(
                f"变更 {change.number} 对同一事项写了两个新日期",
                f"the change {change.number} moves one day twice",
            )
            related = [see("先写的日期", "the day before", ("changes", index, "dates", earlier, "date"))]
            yield found(CODE, message, Place((*route, "date")), related=related)
