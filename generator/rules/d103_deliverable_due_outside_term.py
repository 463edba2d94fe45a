"""Check D103: deliverable due outside the term."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D103",
    Severity.ERROR,
    Text("交付日不在合同期限内", "deliverable due outside the term"),
    page(
        Text(
            "交付成果的日期早于起始日或晚于届满日。",
            "A deliverable is due before the first or after the last day of the term.",
        ),
        Text(
            "期限外没有交付义务：两处日期互相矛盾，逾期违约金从哪天起算也会有争议。",
            "Outside the term nothing is owed: the dates contradict each other, and so does the start of "
            "delay.",
        ),
        "term: {start: 2026-01-01, end: 2026-06-30, renewal: none}\n"
        "deliverables: [{id: d1, name: 上线报告, due: 2026-08-31}]",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "deliverables: [{id: d1, name: 上线报告, due: 2026-08-31}]",
        Text("改交付日，或延长期限。", "Change the date, or make the term longer."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each deliverable that is due outside the term."""
    term = project.contract.term
    for index, item in enumerate(project.contract.deliverables):
        if term.start <= term.end and not term.start <= item.due <= term.end:
            message = Text(
                f"“{item.name}”的交付日 {item.due} 不在合同期限 {term.start} 至 {term.end} 内",
                f"'{item.name}' is due on {item.due}, outside the term {term.start} to {term.end}",
            )
            related = [see("合同期限", "the term", ("contract", "term"))]
            yield found(CODE, message, Place(("contract", "deliverables", index, "due")), related=related)
