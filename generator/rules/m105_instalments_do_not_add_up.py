"""Check M105: instalments do not add up to gross."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.derive.money import amounts_due
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, see

CODE = Code(
    "M105",
    Severity.ERROR,
    Text("各期付款合计与含税总额不符", "instalments do not add up to gross"),
    page(
        Text(
            "各期付款之和必须等于含税总额；写比例的按含税总额折算。",
            "All instalments add up to gross; percentages are taken of gross.",
        ),
        Text(
            "少一分，就有一分不知何时付；多一分，就超出了合同价款。",
            "A cent less is never due; a cent more exceeds the price.",
        ),
        "price: {gross: 360000.00}\ninstalments:\n  - {id: p1, name: 首期款, amount: 108000.00}\n"
        "  - {id: p2, name: 尾款, amount: 242000.00}",
        "price: {gross: 360000.00}\ninstalments:\n  - {id: p1, name: 首期款, amount: 108000.00}\n"
        "  - {id: p2, name: 尾款, amount: 252000.00}",
        Text("改正某一期，或末期改写比例。", "Correct an instalment, or give all of them as percentages."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when instalments, of which at least one is an amount, are not gross together."""
    contract, gross = project.contract, project.contract.gross
    kinds = [(row.amount is None, row.percent is None) for row in contract.instalments]
    if gross is None or (True, True) in kinds or (False, False) in kinds or (False, True) not in kinds:
        return
    total = sum(amounts_due(contract), Decimal())
    if total != gross:
        message = Text(
            f"各期付款合计 {figures(total)}，与含税总额 {figures(gross)} 相差 {figures(abs(total - gross))}",
            f"the instalments add up to {figures(total)}, gross is {figures(gross)}: "
            f"a difference of {figures(abs(total - gross))}",
        )
        related = [see("含税总额", "gross", ("contract", "price", "gross"))]
        yield found(CODE, message, Place(("contract", "payment", "instalments"), "key"), related=related)
