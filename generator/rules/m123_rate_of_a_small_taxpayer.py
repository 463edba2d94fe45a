"""Check M123: a small-scale taxpayer with a general rate."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kinds import payee
from generator.derive.money import rates
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.party import VatPayer
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "M123",
    Severity.WARNING,
    Text("小规模纳税人写了一般税率", "a small-scale taxpayer with a general rate"),
    page(
        Text(
            "收款方是小规模纳税人（vat_payer: small_scale），税率却高于征收率3%。",
            "The party that is paid is a small-scale taxpayer, and the rate is above the levy rate of 3 %.",
        ),
        Text(
            "小规模纳税人按征收率计税，开不出6%、13%的专用发票；甲方少抵扣的税就是多付的价款。",
            "It is taxed at the levy rate and cannot issue invoices at 6 or 13 %: what Party A cannot deduct is paid for nothing.",
        ),
        "parties: {party_b: {vat_payer: small_scale}}\nprice: {tax_rate: 6}",
        "parties: {party_b: {vat_payer: small_scale}}\nprice: {tax_rate: 3}",
        Text(
            "核对收款方的纳税人身份，改正税率或者身份。",
            "Ask for its status, and correct the one or the other.",
        ),
    ),
    (cite("增值税法", "第十一条", "征收率为百分之三"),),
)
LEVY = 3


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the payee cannot charge the rate."""
    side, price = payee(project.project.kind), project.contract.price
    party = getattr(project.parties, side.value)
    if price and party and party.vat_payer is VatPayer.SMALL_SCALE and (rate := max(rates(price))) > LEVY:
        message = Text(
            f"收款方是小规模纳税人，税率写的是 {plain(rate)}%",
            f"the payee is a small-scale taxpayer, and the rate is {plain(rate)} %",
        )
        related = [see("纳税人身份", "its status", ("parties", side.value, "vat_payer"))]
        yield found(CODE, message, Place(("contract", "price", "tax_rate")), related=related)
