"""Check M131: a security in percent of a total that is not agreed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M131",
    Severity.ERROR,
    Text("担保按比例约定而合同没有总额", "a security in percent of a total that is not agreed"),
    page(
        Text(
            "定金、保证金写了占含税总额的比例（percent），而合同按订单或者佣金结算，没有含税总额。",
            "Earnest money or a bond is stated in percent of gross, but orders or commission decide what is paid.",
        ),
        Text("比例没有基数，金额无法确定。", "A percentage of nothing gives no amount."),
        "price: {tax_rate: 13}\nsecurities: [{id: s1, type: performance_bond, percent: 10}]",
        "price: {tax_rate: 13}\nsecurities: [{id: s1, type: performance_bond, amount: 50000.00}]",
        Text("改写金额（amount）。", "State an amount."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each percentage without a total."""
    for index, one in enumerate(project.contract.securities):
        if one.percent is not None and project.contract.gross is None:
            message = Text(
                f"担保 {one.id} 写了比例，合同没有含税总额", f"{one.id} is in percent, but there is no gross"
            )
            yield found(CODE, message, Place(("contract", "securities", index, "percent")))
