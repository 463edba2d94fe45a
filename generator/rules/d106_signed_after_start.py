"""Check D106: signed after the start."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import counted, page, see

CODE = Code(
    "D106",
    Severity.INFO,
    Text("签订日晚于起始日", "signed after the start"),
    page(
        Text(
            "合同签订日晚于期限起始日：签订前的履行没有书面合同。",
            "The contract was signed after its term began: what was done before had no written contract.",
        ),
        Text(
            "签订前的行为是否适用本合同会有争议。",
            "Whether the contract governs what was done before may be disputed.",
        ),
        "contract: {signing_date: 2026-01-20, term: {start: 2026-01-01, end: 2026-12-31, renewal: none}}",
        "contract: {signing_date: 2025-12-26, term: {start: 2026-01-01, end: 2026-12-31, renewal: none}}",
        Text(
            "改起始日，或在其他约定中写明签订前的履行适用本合同。",
            "Change the start, or say in other_terms that the contract governs what was done before.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the signing date lies after the start of the term."""
    signed, start = project.contract.signing_date, project.contract.term.start
    if signed and signed > start:
        days = (signed - start).days
        message = Text(
            f"签订日 {signed} 晚于起始日 {start} {days} 天",
            f"signed on {signed}, {counted(days, 'day')} after the start {start}",
        )
        related = [see("起始日", "the start", ("contract", "term", "start"))]
        yield found(CODE, message, Place(("contract", "signing_date")), related=related)
