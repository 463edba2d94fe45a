"""Check K134: a decision on an appeal that is not complete."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K134",
    Severity.ERROR,
    Text("申诉的复核决定不完整", "a decision on an appeal that is not complete"),
    page(
        Text(
            "复核决定有结果（decision）、日期（decided_on）和理由（reason），缺一不可；没有决定不写更正。",
            "A decision has its outcome, day and reason; without one there are no corrections.",
        ),
        Text(
            "没有日期的决定不生效，没有理由的决定乙方不会信服；评价表要印出这三项。",
            "Without a day it has no effect, without a reason it does not convince; the form prints all three.",
        ),
        "appeal: {raised_on: 2026-04-24, decision: rejected}",
        "appeal: {raised_on: 2026-04-24, decision: rejected, decided_on: 2026-04-28, reason: 邮件记录显示6月9日才收到}",
        Text(
            "补齐结果、日期和理由。",
            "Add outcome, day and reason.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each appeal that is decided in part only."""
    for index, evaluation in enumerate(project.evaluations):
        appeal = evaluation.appeal
        if appeal is None:
            continue
        parts = {"decision": appeal.decision, "decided_on": appeal.decided_on, "reason": appeal.reason}
        lacking = [name for name, part in parts.items() if part is None]
        if lacking and (len(lacking) < len(parts) or appeal.corrections):
            message = Text(f"复核决定缺少 {'、'.join(lacking)}", f"the decision lacks {', '.join(lacking)}")
            yield found(CODE, message, Place(("evaluations", index, "appeal"), "key"))
