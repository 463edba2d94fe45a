"""Check C101: copies do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C101",
    Severity.ERROR,
    Text("合同份数不符", "copies do not add up"),
    page(
        Text(
            "合同写明总份数和双方各持份数；各持份数之和必须等于总份数。",
            "The contract states how many copies there are and how many each party keeps; the parts must "
            "add up.",
        ),
        Text("签字页和“本合同一式…份”条款会互相矛盾。", "The counterparts clause would contradict itself."),
        "copies: {total: 4, party_a: 2, party_b: 1}",
        "copies: {total: 4, party_a: 2, party_b: 2}",
        Text("改总份数或各持份数。", "Correct the total or the parts."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the copies of both parties are not the total."""
    copies = project.contract.copies
    parts = copies.party_a + copies.party_b
    if parts != copies.total:
        message = Text(
            f"甲方 {copies.party_a} 份、乙方 {copies.party_b} 份，合计 {parts} 份，与总份数 {copies.total} "
            "份不符",
            f"Party A keeps {copies.party_a} and Party B {copies.party_b}, together {parts}, not the total "
            f"of {copies.total}",
        )
        yield found(CODE, message, Place(("contract", "copies", "total")))
