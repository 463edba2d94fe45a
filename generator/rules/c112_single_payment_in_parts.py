"""Check C112: payment at once in several rows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.price import PaymentMode
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "C112",
    Severity.ERROR,
    Text("一次性付款却有几期", "payment at once in several rows"),
    page(
        Text(
            "付款方式选一次性付款（once），付款表却不是一行。",
            "The mode is once, but there is not exactly one row of payment.",
        ),
        Text(
            "合同会同时写“一次性付清”和分期表。",
            "The contract would say “in one payment” above a table of several.",
        ),
        "payment:\n  mode: once\n  instalments:\n    - {id: p1, name: 首期款, percent: 30}\n"
        "    - {id: p2, name: 尾款, percent: 70}",
        "payment:\n  mode: instalments\n  instalments:\n    - {id: p1, name: 首期款, percent: 30}\n"
        "    - {id: p2, name: 尾款, percent: 70}",
        Text("改为 instalments，或合并为一行。", "Choose instalments, or make one row of them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when a single payment has several rows."""
    payment, count = project.contract.payment, len(project.contract.instalments)
    if payment and payment.mode is PaymentMode.ONCE and count != 1:
        message = Text(
            f"付款方式是一次性付款，却写了 {count} 期", f"the mode is once, but there are {count} rows"
        )
        rows = see(f"{count} 期付款", f"{count} rows", ("contract", "payment", "instalments"))
        yield found(CODE, message, Place(("contract", "payment", "mode")), related=[rows])
