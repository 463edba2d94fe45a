"""Check M116: not a statutory VAT rate."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "M116",
    Severity.WARNING,
    Text("不是法定税率", "not a statutory VAT rate"),
    page(
        Text(
            "增值税税率为 13、9、6、0，征收率为 3；另有 1、5 等阶段性征收率，须有依据。",
            "VAT rates are 13, 9, 6 and 0, the levy rate 3; 1 and 5 need the notice they rest on.",
        ),
        Text(
            "税率写错，价税就分不开，乙方也开不出这样的发票。",
            "With a wrong rate net and tax cannot be told apart, and no such invoice can be issued.",
        ),
        "price: {gross: 360000.00, tax_rate: 17}",
        "price: {gross: 360000.00, tax_rate: 6}",
        Text(
            "向财务核实；按政策适用 1% 或 5% 的，把依据写入价款说明。",
            "Ask accounting; for 1 % or 5 % put the notice into the basis of the price.",
        ),
    ),
    (
        cite("增值税法", "第十条", "除本条第一项、第二项、第五项规定外，税率为百分之六"),
        cite("增值税法", "第十一条", "征收率为百分之三"),
    ),
)


RATES = (13, 9, 6, 3, 0)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each rate that is none of the Value Added Tax Law."""
    price, route = project.contract.price, ("contract", "price")
    if price is None:
        return
    lines = ((line.tax_rate, (*route, "lines", index)) for index, line in enumerate(price.lines))
    for rate, where in ((price.tax_rate, route), *lines):
        if rate is not None and rate not in RATES:
            message = Text(
                f"税率 {plain(rate)}% 不是法定的 13%、9%、6%、3%、0",
                f"{plain(rate)} % is none of the statutory rates 13, 9, 6, 3 and 0 %",
            )
            yield found(CODE, message, Place((*where, "tax_rate")))
