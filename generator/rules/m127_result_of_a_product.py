"""Check M127: a product in a text has another result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, leaves, page
from generator.rules.written import SIGNS, amount

CODE = Code(
    "M127",
    Severity.ERROR,
    Text("算式与结果不符", "a product in a text has another result"),
    page(
        Text(
            "文字中写了金额和它的算式，如“违约金10920元（520000元×0.1%×21日）”，乘积不等于这个金额。合同、纪要、评价和付款的文字都检查。",
            "A text gives an amount with the product it comes from, and the product is another. Contract, minutes, evaluations and payments are read.",
        ),
        Text(
            "扣款和结算以写下的数为准，算错一位就多付或者少付。",
            "What is deducted or settled is what is written: one digit is paid too much or too little.",
        ),
        "payments: [{id: pay-3, note: 扣减违约金10290元（520000元×0.1%×21日）}]",
        "payments: [{id: pay-3, note: 扣减违约金10920元（520000元×0.1%×21日）}]",
        Text("重算，改正结果或者算式。", "Work it out again, and correct the result or the product."),
    ),
)
FACTOR = r"[\d,.]+\s*[^\s\d×（）()=,.]{0,4}"
PRODUCT = re.compile(rf"(?<![\d,.])([\d,.]+)\s*(万?)元\s*[（(](?:即|=)?({FACTOR}(?:×\s*{FACTOR})+)[）)]")
PARTS = re.compile(r"([\d,.]+)\s*(万?)(?:[^\d×%％‰]*)([%％‰]?)")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each amount that its product does not make, to the cent."""
    for route, text in leaves(project, (), str):
        for match in PRODUCT.finditer(text) if "×" in text else ():
            stated, product = amount(match[1], match[2]), _product(match[3])
            if stated is not None and product is not None and abs(stated - product) >= Decimal("0.01"):
                message = Text(
                    f"“{match[0]}”应为 {figures(product)} 元", f"“{match[0]}” makes {figures(product)}"
                )
                yield found(CODE, message, Place(route))


def _product(text: str) -> Decimal | None:
    product = Decimal(1)
    for number, unit, sign in PARTS.findall(text):
        factor = amount(number, unit)
        if factor is None:
            return None
        product *= factor * SIGNS[sign] / 100 if sign else factor
    return product
