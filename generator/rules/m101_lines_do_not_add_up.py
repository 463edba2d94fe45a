"""Check M101: price lines do not add up to gross."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.derive.money import line_amount
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, figures, page, see

CODE = Code(
    "M101",
    Severity.ERROR,
    Text("价格明细合计与含税总额不符", "price lines do not add up to gross"),
    page(
        Text(
            "价格明细各行的数量乘单价（四舍五入到分）之和，必须等于含税总额。",
            "Quantity times unit price of all lines, each rounded to the cent, must add up to gross.",
        ),
        Text(
            "同一合同里有两个总价，开票、付款和索赔都会有争议；价款不明确的只能补充协议。",
            "Two totals in one contract lead to disputes on invoice, payment and claims.",
        ),
        "gross: 360000.00\nlines: [{id: l1, name: 高级工程师, quantity: 10, unit: 人月, unit_price: "
        "30000.00}]",
        "gross: 360000.00\nlines: [{id: l1, name: 高级工程师, quantity: 12, unit: 人月, unit_price: "
        "30000.00}]",
        Text("核对数量、单价和总额。", "Check quantities, unit prices and gross."),
    ),
    (
        civil_code(
            "第五百一十条", "当事人就质量、价款或者报酬、履行地点等内容没有约定或者约定不明确的，可以协议补充"
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when there are lines and their sum is not gross."""
    contract, gross = project.contract, project.contract.gross
    total = sum((line_amount(line, contract.currency) for line in contract.lines), Decimal())
    if contract.lines and gross is not None and total != gross:
        message = Text(
            f"价格明细合计 {figures(total)}，与含税总额 {figures(gross)} 相差 {figures(abs(total - gross))}",
            f"the lines add up to {figures(total)}, gross is {figures(gross)}: "
            f"a difference of {figures(abs(total - gross))}",
        )
        whole = see("含税总额", "gross", ("contract", "price", "gross"))
        yield found(CODE, message, Place(("contract", "price", "lines"), "key"), related=[whole])
