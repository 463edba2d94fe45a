"""Check D101: term ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D101",
    Severity.ERROR,
    Text("届满日早于起始日", "term ends before it starts"),
    page(
        Text(
            "合同期限的届满日不能早于起始日；两日均计入期限。",
            "The last day of the term is not before the first; both days count.",
        ),
        Text("期限颠倒的合同没有履行期。", "A term turned round has no time for performance."),
        "term: {start: 2026-12-31, end: 2026-01-01, renewal: none}",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}",
        Text("对调或改正日期。", "Exchange or correct the dates."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the term ends before it starts."""
    term = project.contract.term
    if term.end < term.start:
        message = Text(
            f"届满日 {term.end} 早于起始日 {term.start}",
            f"the term ends on {term.end}, before its start on {term.start}",
        )
        start = see("起始日", "the start", ("contract", "term", "start"))
        yield found(CODE, message, Place(("contract", "term", "end")), related=[start])
