"""Check P117: signing despite a blocking opinion."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.reviews import stops
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P117",
    Severity.ERROR,
    Text("有未解决的法律意见却已签署", "signing despite a blocking opinion"),
    page(
        Text(
            "法律审查意见标为阻断签署（blocking: true）或者结论是不同意（verdict: reject），没有解决日，项目却已进入签署或履行。",
            "A legal opinion blocks signing (blocking: true) or rejects the contract (verdict: reject) and is not resolved, yet the project is being "
            "signed or performed.",
        ),
        Text(
            "审查意见形同虚设；问题条款签了再改，要对方同意。",
            "The review would be in vain; a term once signed changes only with the other side’s consent.",
        ),
        "project: {state: signing}\nlegal: {reviews: [{id: lr-1, opinion: 违约金条款待改, blocking: true}]}",
        "project: {state: signing}\n"
        "legal: {reviews: [{id: lr-1, opinion: 违约金条款待改, blocking: true, resolved_on: 2025-12-20}]}",
        Text(
            "解决后写 resolved_on，或退回审查状态。",
            "Resolve it and write resolved_on, or go back to review.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each opinion that was left open and keeps the contract from being signed."""
    state = project.project.state
    for index, review in enumerate(project.legal.reviews if project.legal else ()):
        going = state not in (ProjectState.DRAFT, ProjectState.REVIEW)
        if stops(review) and going:
            key = "blocking" if review.blocking else "verdict"
            message = Text(
                f"法律意见 {review.id} 阻断签署且未解决，项目状态却是 {state}",
                f"the opinion {review.id} blocks signing and is open, yet the project is in {state}",
            )
            related = [see("项目状态", "the state of the project", ("project", "state"))]
            yield found(CODE, message, Place(("legal", "reviews", index, key)), related=related)
