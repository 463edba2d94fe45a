"""Check R115: a closed risk without day and reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.risk import RiskStatus
from generator.rules.support import page

CODE = Code(
    "R115",
    Severity.WARNING,
    Text("关闭的风险没有写明日期和理由", "a closed risk without day and reason"),
    page(
        Text(
            "状态为 closed 的，写明关闭日期和理由；没有关闭的，不写。",
            "A closed risk has its day and reason; one that is not closed has none.",
        ),
        Text(
            "没有理由的关闭，以后无法说明当时为什么不再管它。",
            "Without a reason nobody can say later why it was let go.",
        ),
        "{status: closed}",
        "{status: closed, closed_on: 2026-09-30, closed_because: 供应商已换}",
        Text(
            "补上 closed_on 和 closed_because，或者更正状态。",
            "Add closed_on and closed_because, or correct the status.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each closed risk without day or reason, and each open one with a day."""
    for at, risk in enumerate(project.risks):
        closed = risk.status is RiskStatus.CLOSED
        if closed and (risk.closed_on is None or risk.closed_because is None):
            message = Text(
                f"{risk.id} 已关闭，没有写明日期和理由", f"{risk.id} is closed without day and reason"
            )
            yield found(CODE, message, Place(("risks", at, "status")))
        elif not closed and risk.closed_on is not None:
            message = Text(
                f"{risk.id} 没有关闭，却有关闭日期", f"{risk.id} is not closed, yet has a day of closing"
            )
            yield found(CODE, message, Place(("risks", at, "closed_on")))
