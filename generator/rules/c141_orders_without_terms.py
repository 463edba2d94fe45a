"""Check C141: orders under a contract that has no terms for them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "C141",
    Severity.WARNING,
    Text("合同没有订单约定却有采购订单", "orders under a contract without terms for them"),
    page(
        Text(
            "项目写了采购订单（purchase_orders），合同却没有订单约定（contract.orders），订单文件不会生成。",
            "The project has purchase orders, but the contract no terms for them, so that no order is printed.",
        ),
        Text(
            "订单的确认、交期和效力要由合同约定，否则每张订单都是一份没有条件的买卖合同。",
            "Confirmation, lead time and effect of orders are for the contract to say; without it each order is a bare sale.",
        ),
        "project: {kind: purchase}\npurchase_orders: [{id: o1, number: PO-1}]",
        "project: {kind: framework}\npurchase_orders: [{id: o1, number: PO-1}]",
        Text("补上 contract.orders，或者删去订单。", "Add contract.orders, or delete the orders."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when there are orders and no terms for them."""
    if project.purchase_orders and project.contract.orders is None:
        message = Text(
            "合同没有约定订单（contract.orders）", "the contract has no terms for orders (contract.orders)"
        )
        yield found(CODE, message, Place(("purchase_orders",), "key"))
