"""Check C116: quantity without a unit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "C116",
    Severity.ERROR,
    Text("数量没有单位", "quantity without a unit"),
    page(
        Text(
            "事项写了数量却没有写单位（或相反），打印出来看不懂是多少。",
            "An item has a quantity without a unit, or a unit without a quantity.",
        ),
        Text(
            "数量是合同的一般条款；没有单位的数字没有意义。",
            "Quantity is one of the usual terms of a contract; a number without a unit means nothing.",
        ),
        "{id: expo, title: 展会, description: 参展, quantity: 4}",
        "{id: expo, title: 展会, description: 参展, quantity: 4, unit: 场}",
        Text("补上缺的一项，或两项都删去。", "Add the missing one, or delete both."),
    ),
    (civil_code("第四百七十条", "（三）数量；"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each item that has only one of quantity and unit."""
    for index, item in enumerate(project.contract.subject.items):
        if (item.quantity is None) != (item.unit is None):
            given, missing = ("quantity", "unit") if item.unit is None else ("unit", "quantity")
            message = Text(
                f"事项“{item.title}”写了 {given}，没有写 {missing}",
                f"the item '{item.title}' has a {given} but no {missing}",
            )
            yield found(CODE, message, Place(("contract", "subject", "items", index, given)))
