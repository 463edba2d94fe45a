"""Check M103: net or tax differs from its calculation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.money import rates, split_price
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import figures, page, plain

CODE = Code(
    "M103",
    Severity.ERROR,
    Text("净额或税额与计算不符", "net or tax differs from its calculation"),
    page(
        Text(
            "净额 = 含税总额 ÷（1 + 税率），四舍五入到分，税额为其余；可以不写。",
            "Net = gross ÷ (1 + rate), to the cent; tax is the rest. Both may be left out.",
        ),
        Text(
            "印花税、发票都以此为准；写错一分就对不上。",
            "Stamp duty and invoices rest on them; one cent off and they do not match.",
        ),
        "{gross: 360000.00, tax_rate: 6, net: 338400.00, tax: 21600.00}",
        "{gross: 360000.00, tax_rate: 6, net: 339622.64, tax: 20377.36}",
        Text("删去 net 和 tax，或改成算出的数。", "Delete net and tax, or write the calculated amounts."),
    ),
    (cite("印花税法", "第五条", "为合同所列的金额，不包括列明的增值税税款"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for net or tax where it is stated and wrong."""
    price = project.contract.price
    split = split_price(price) if price else None
    if price is None or price.gross is None or split is None:
        return
    at = "、".join(map(plain, rates(price)))
    for key, zh, given, right in (
        ("net", "净额", price.net, split.net),
        ("tax", "税额", price.tax, split.tax),
    ):
        if given is not None and given != right:
            message = Text(
                f"{zh} {figures(given)} 与计算不符：含税总额 {figures(price.gross)}、税率 "
                f"{at}%，{zh}应为 {figures(right)}",
                f"{key} {figures(given)} is wrong: of gross {figures(price.gross)} at "
                f"{at} % it is {figures(right)}",
            )
            yield found(CODE, message, Place(("contract", "price", key)))
