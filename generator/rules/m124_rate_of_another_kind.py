"""Check M124: a tax rate that the kind of contract does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.money import rates
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.profile import ProjectKind as Kind
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "M124",
    Severity.WARNING,
    Text("税率与合同类型不符", "a tax rate that the kind of contract does not have"),
    page(
        Text(
            "货物买卖、加工承揽写了6%，或者服务、代理、技术开发写了13%、9%。",
            "A sale of goods or contract for work has 6 %, or a service, agency or development 13 or 9 %.",
        ),
        Text(
            "货物和加工是13%（农产品等9%），现代服务是6%；税率写错，净额、税额和发票都错。",
            "Goods and processing bear 13 % (some 9 %), services 6 %: with a wrong rate net, tax and invoice are wrong.",
        ),
        "project: {kind: sales_agency}\nprice: {tax_rate: 13}",
        "project: {kind: sales_agency}\nprice: {tax_rate: 6}",
        Text(
            "向财务核实；同一合同有几种税率的，分别列明。",
            "Ask accounting; where a contract has several rates, state them one by one.",
        ),
    ),
    (
        cite("增值税法", "第十条", "除本条第二项、第四项、第五项规定外，税率为百分之十三"),
        cite("增值税法", "第十条", "除本条第一项、第二项、第五项规定外，税率为百分之六"),
    ),
)
GOODS = frozenset({Kind.PURCHASE, Kind.DISTRIBUTION, Kind.FRAMEWORK, Kind.WORK})


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when goods bear the one rate of services, or services that of goods."""
    price, kind = project.contract.price, project.project.kind
    wrong = (6,) if kind in GOODS else (13, 9)
    if price and price.tax_rate in wrong and len(rates(price)) == 1:
        rate = plain(price.tax_rate)
        message = Text(f"{kind} 合同的税率写的是 {rate}%", f"a {kind} contract with {rate} %")
        related = [see("项目类型", "the kind of the project", ("project", "kind"))]
        yield found(CODE, message, Place(("contract", "price", "tax_rate")), related=related)
