"""Check K136: a decision that its corrections contradict."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import AppealDecision
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K136",
    Severity.ERROR,
    Text("复核结果与更正矛盾", "a decision that its corrections contradict"),
    page(
        Text(
            "不支持的没有更正，支持或者部分支持的至少有一项更正。",
            "A rejected appeal has no corrections, an upheld one has at least one.",
        ),
        Text(
            "评价表印出复核结果和更正后的得分，两者矛盾就不能签。",
            "The form prints both, and could not be signed.",
        ),
        "appeal: {decision: rejected, corrections: [{kpi: sales, value: 97, reason: 漏计属实}]}",
        "appeal: {decision: upheld, corrections: [{kpi: sales, value: 97, reason: 漏计属实}]}",
        Text(
            "改复核结果，或增删更正。",
            "Change the decision, or the corrections.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each decision without what follows from it."""
    for index, evaluation in enumerate(project.evaluations):
        appeal = evaluation.appeal
        if appeal is None or appeal.decision is None:
            continue
        rejected = appeal.decision is AppealDecision.REJECTED
        if rejected == bool(appeal.corrections):
            message = Text(
                "不支持申诉，却写了更正" if rejected else "支持申诉，却没有更正",
                "the appeal is rejected, yet there are corrections"
                if rejected
                else "the appeal is upheld, yet nothing is corrected",
            )
            yield found(CODE, message, Place(("evaluations", index, "appeal", "decision")))
