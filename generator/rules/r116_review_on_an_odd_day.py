"""Check R116: a review on an impossible day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "R116",
    Severity.ERROR,
    Text("风险复核的日期不对", "a review on an impossible day"),
    page(
        Text(
            "复核在登记之后，不在将来，并且按时间顺序排列。",
            "Reviews are after the day of entry, not in the future, and in order.",
        ),
        Text("日期不对，等级变化就画不出来。", "Otherwise the movement cannot be drawn."),
        "{raised_on: 2026-05-15, reviews: [{date: 2026-05-01}]}",
        "{raised_on: 2026-05-15, reviews: [{date: 2026-07-15}]}",
        Text("更正日期。", "Correct the day."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each review before the risk was raised or the review before it, or in the future."""
    for at, risk in enumerate(project.risks):
        earlier = risk.raised_on
        for index, one in enumerate(risk.reviews):
            if one.date < earlier or one.date > project.project.as_of:
                message = Text(
                    f"{risk.id} 的复核日期 {one.date} 不对",
                    f"the day of review {one.date} of {risk.id} is impossible",
                )
                yield found(CODE, message, Place(("risks", at, "reviews", index, "date")))
            earlier = max(earlier, one.date)
