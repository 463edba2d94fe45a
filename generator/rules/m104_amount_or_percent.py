"""Check M104: an instalment needs an amount or a percentage."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M104",
    Severity.ERROR,
    Text("分期款须写金额或比例之一", "an instalment needs an amount or a percentage"),
    page(
        Text(
            "每一期写金额（amount）或占含税总额的比例（percent），只写一个。",
            "Each instalment has an amount or a percentage of gross: one of the two.",
        ),
        Text(
            "都不写，这一期付多少是空白；都写，就可能互相矛盾。",
            "With neither, its size is a blank; with both, they may contradict each other.",
        ),
        "{id: p1, name: 首期款, amount: 108000.00, percent: 30}",
        "{id: p1, name: 首期款, percent: 30}",
        Text("保留一个，另一个由程序计算。", "Keep one; the other is calculated."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each instalment with both or neither."""
    for index, row in enumerate(project.contract.instalments):
        if (row.amount is None) == (row.percent is None):
            both = row.amount is not None
            message = Text(
                f"{row.name}{'同时写了金额和比例' if both else '没有写金额，也没有写比例'}",
                f"'{row.name}' has "
                f"{'both an amount and a percentage' if both else 'neither amount nor percentage'}",
            )
            yield found(CODE, message, Place(("contract", "payment", "instalments", index)))
