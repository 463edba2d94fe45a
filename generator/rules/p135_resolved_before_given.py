"""Check P135: a legal opinion is resolved before it was given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P135",
    Severity.ERROR,
    Text("法律意见的解决日早于提出日", "a legal opinion is resolved before it was given"),
    page(
        Text(
            "法律审查意见的解决日（resolved_on）早于审查日（date）。",
            "The day on which a legal opinion was resolved is before the day of the review.",
        ),
        Text(
            "解决日决定能否签署；日期写错，意见可能并没有解决。",
            "That day lets the contract be signed; where it is wrong, the opinion may still be open.",
        ),
        "reviews: [{id: lr-1, date: 2025-12-18, resolved_on: 2025-12-08}]",
        "reviews: [{id: lr-1, date: 2025-12-18, resolved_on: 2025-12-20}]",
        Text("改正日期。", "Correct the date."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each opinion with such a day."""
    for index, review in enumerate(project.legal.reviews if project.legal else ()):
        if review.resolved_on and review.resolved_on < review.date:
            message = Text(
                f"法律意见 {review.id} 的解决日早于审查日 {review.date}",
                f"the opinion {review.id} is resolved before it was given on {review.date}",
            )
            related = [see("审查日", "the day of the review", ("legal", "reviews", index, "date"))]
            yield found(CODE, message, Place(("legal", "reviews", index, "resolved_on")), related=related)
