"""The purchase order under a framework or distribution contract: what is ordered, at which price, to be delivered when."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.orders import order_amounts, order_total
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.model.project import Project
from generator.render.scope import Layer
from generator.render.view import view


def items(project: Project) -> tuple[Item, ...]:
    """Return a document for each order of a contract under which orders are placed."""
    if project.contract.orders is None:
        return ()
    return tuple(
        Item(one.id, f"采购订单_{one.number}", ("purchase_orders", index))
        for index, one in enumerate(project.purchase_orders)
    )


def render(job: Job) -> Rendered:
    """Return the order as a Word document, or everything that is missing or wrong."""
    project, index = job.project, int(job.item.route[-1])
    one = project.purchase_orders[index]
    own: Mapping[str, object] = {
        "order": view(project).purchase_orders[index],
        "rows": view(order_amounts(project.contract, one), None),
        "total": view(order_total(project.contract, one), None),
    }
    title = f"{say(job.language, 'order')} {one.number}"
    return word.render(job, "order.docx", Layer(scope(project), own), title, one.number)


KIND = DocumentKind("order", Text("采购订单", "Purchase order"), ".docx", items, render)
