"""Check D104: milestone outside the term."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D104",
    Severity.WARNING,
    Text("里程碑不在合同期限内", "milestone outside the term"),
    page(
        Text(
            "里程碑的计划日期早于起始日或晚于届满日。",
            "A milestone is planned before the first or after the last day of the term.",
        ),
        Text(
            "里程碑常与付款挂钩，期限外的里程碑会让付款落空。",
            "Payments often hang on milestones; outside the term they fall through.",
        ),
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "milestones: [{id: m1, name: 终验, planned: 2027-03-31}]",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "milestones: [{id: m1, name: 终验, planned: 2026-11-30}]",
        Text("改计划日期或合同期限。", "Change the date or the term."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each milestone that is planned outside the term."""
    term = project.contract.term
    for index, item in enumerate(project.contract.milestones):
        if term.start <= term.end and not term.start <= item.planned <= term.end:
            message = Text(
                f"里程碑“{item.name}”的计划日期 {item.planned} 不在合同期限 {term.start} 至 {term.end} 内",
                f"the milestone '{item.name}' is planned for {item.planned}, outside {term.start} to "
                f"{term.end}",
            )
            related = [see("合同期限", "the term", ("contract", "term"))]
            yield found(CODE, message, Place(("contract", "milestones", index, "planned")), related=related)
