"""Check M142: sales records of a contract without commission."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M142",
    Severity.WARNING,
    Text("有销售记录而没有佣金约定", "sales records of a contract without commission"),
    page(
        Text(
            "写了销售记录（sales_records），合同没有约定佣金（contract.sales.commission）。",
            "There are sales records, but the contract agrees no commission.",
        ),
        Text("这些记录不会进入任何结算单。", "They will be in no statement."),
        "contract: {sales: {territory: [上海市]}}\n"
        "sales_records: [{id: s1, date: 2026-03-01, kind: received, order_number: SO-1, customer: 某公司, amount: 100.00}]",
        "contract: {sales: {commission: {base: received, settlement: monthly, method: whole, "
        "tiers: [{at_least: 0, rate: 3}], pay_within: 15 working days}}}\n"
        "sales_records: [{id: s1, date: 2026-03-01, kind: received, order_number: SO-1, customer: 某公司, amount: 100.00}]",
        Text("删去记录，或补上佣金约定。", "Delete the records, or agree a commission."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for the records where nothing is computed from them."""
    sales = project.contract.sales
    if project.sales_records and not (sales and sales.commission):
        message = Text("销售记录没有用处：合同没有约定佣金", "nothing is computed from these records")
        yield found(CODE, message, Place(("sales_records",), "key"))
