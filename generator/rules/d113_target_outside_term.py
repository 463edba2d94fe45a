"""Check D113: sales target outside the term."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.periods import span, written
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "D113",
    Severity.WARNING,
    Text("销售目标不在合同期限内", "sales target outside the term"),
    page(
        Text(
            "销售目标的期间没有完全落在合同期限内。",
            "The period of a sales target does not lie within the term.",
        ),
        Text(
            "期限外的销售额不归本合同考核，目标会落空或有争议。",
            "Sales outside the term do not count, so the target cannot be judged.",
        ),
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "targets: [{period: 2027-Q1, amount: 6000000.00}]",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "targets: [{period: 2026-Q1, amount: 6000000.00}]",
        Text("改正期间或合同期限。", "Correct the period or the term."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each target whose period is not wholly within the term."""
    term, sales = project.contract.term, project.contract.sales
    for index, target in enumerate(sales.targets if sales else ()):
        first, last = span(target.period)
        if first < term.start or last > term.end:
            message = Text(
                f"销售目标期间 {written(target.period)} 不在合同期限 {term.start} 至 {term.end} 内",
                f"the target of {written(target.period)} lies outside the term {term.start} to {term.end}",
            )
            related = [see("合同期限", "the term", ("contract", "term"))]
            yield found(
                CODE, message, Place(("contract", "sales", "targets", index, "period")), related=related
            )
