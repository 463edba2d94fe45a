"""Check M102: line amount is not quantity times price."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.money import line_amount
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, plain

CODE = Code(
    "M102",
    Severity.ERROR,
    Text("明细金额不等于数量乘单价", "line amount is not quantity times price"),
    page(
        Text(
            "明细行写了金额时，它必须等于数量乘单价（四舍五入到分）；可以不写，由程序计算。",
            "A line’s amount, where given, is quantity times unit price rounded to the cent; it may be "
            "left out.",
        ),
        Text(
            "单价与金额矛盾，增减数量时就不知道按哪个结算。",
            "If price and amount disagree, nobody knows how to settle another quantity.",
        ),
        "{id: l1, name: 高级工程师, quantity: 12, unit: 人月, unit_price: 30000.00, amount: 36000.00}",
        "{id: l1, name: 高级工程师, quantity: 12, unit: 人月, unit_price: 30000.00}",
        Text("删去 amount，或改正写错的一项。", "Delete amount, or correct what is wrong."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each line whose amount is another one."""
    contract = project.contract
    for index, line in enumerate(contract.lines):
        product = line_amount(line, contract.currency)
        if line.amount is not None and line.amount != product:
            message = Text(
                f"“{line.name}”金额 {figures(line.amount)}，而 {plain(line.quantity)} × "
                f"{figures(line.unit_price)} "
                f"= {figures(product)}",
                f"'{line.name}': the amount is {figures(line.amount)}, but {plain(line.quantity)} × "
                f"{figures(line.unit_price)} = {figures(product)}",
            )
            yield found(CODE, message, Place(("contract", "price", "lines", index, "amount")))
