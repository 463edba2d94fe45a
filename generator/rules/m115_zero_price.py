"""Check M115: price, quantity or unit price is zero."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "M115",
    Severity.WARNING,
    Text("价款、数量或单价为零", "price, quantity or unit price is zero"),
    page(
        Text(
            "含税总额、明细行的数量或单价为零或负数。",
            "Gross, or the quantity or unit price of a line, is zero or negative.",
        ),
        Text(
            "多半是没有填完；有偿合同没有对价，还可能被认为是另一种关系。",
            "Most often it was not finished; a contract for pay without a price may be taken for something "
            "else.",
        ),
        "{id: l2, name: 驻场支持, quantity: 0, unit: 人月, unit_price: 20000.00}",
        "{id: l2, name: 驻场支持, quantity: 2, unit: 人月, unit_price: 20000.00}",
        Text("填上数值；赠送的写入说明，不列为明细。", "Fill it in; what is free goes into the description."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each number of the price that is not positive."""
    contract = project.contract
    if contract.gross is not None and contract.gross <= 0:
        yield found(CODE, Text("含税总额为 0", "gross is 0"), Place(("contract", "price", "gross")))
    for index, line in enumerate(contract.lines):
        for key, zh, value in (("quantity", "数量", line.quantity), ("unit_price", "单价", line.unit_price)):
            if value <= 0:
                message = Text(
                    f"“{line.name}”的{zh}为 {plain(value)}", f"'{line.name}': the {key} is {plain(value)}"
                )
                yield found(CODE, message, Place(("contract", "price", "lines", index, key)))
