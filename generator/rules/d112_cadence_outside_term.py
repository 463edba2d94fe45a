"""Check D112: cadence outside the term."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "D112",
    Severity.WARNING,
    Text("会议安排超出合同期限", "cadence outside the term"),
    page(
        Text(
            "定期会议的起止日期不在合同期限内，或结束早于起始。",
            "A regular meeting begins or ends outside the term, or ends before it begins.",
        ),
        Text(
            "合同附件会列出期限以外的会议；续期后也容易忘记一起延长。",
            "The annex would list meetings outside the term.",
        ),
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "cadence: [{id: monthly, start: 2026-01-01, end: 2027-12-31}]",
        "term: {start: 2026-01-01, end: 2026-12-31, renewal: none}\n"
        "cadence: [{id: monthly, start: 2026-01-01, end: 2026-12-31}]",
        Text("改成合同期限以内的日期。", "Keep it within the term."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each cadence that reaches beyond the term or is turned round."""
    term = project.contract.term
    for index, cadence in enumerate(project.cadence):
        if cadence.end < cadence.start:
            message = Text(
                f"“{cadence.name}”结束于 {cadence.end}，早于起始 {cadence.start}",
                f"'{cadence.name}' ends first",
            )
            yield found(CODE, message, Place(("cadence", index, "end")))
        for key, day in (("start", cadence.start), ("end", cadence.end)):
            if term.start <= term.end and not term.start <= day <= term.end:
                message = Text(
                    f"“{cadence.name}”的 {key} {day} 不在合同期限 {term.start} 至 {term.end} 内",
                    f"'{cadence.name}': {key} {day} lies outside the term {term.start} to {term.end}",
                )
                yield found(CODE, message, Place(("cadence", index, key)))
