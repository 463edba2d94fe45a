"""Check P214: a claim has been open for long."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P214",
    Severity.WARNING,
    Text("违约责任久未解决", "a claim has been open for long"),
    page(
        Text(
            "主张违约责任三十日后，既没有对方承认，也没有争议记录。",
            "Thirty days after a claim neither acceptance nor dispute is recorded.",
        ),
        Text("拖延会错过结算和诉讼时效。", "Delay misses the settlement and the limitation period."),
        "date: 2026-03-01（没有 accepted_on）",
        "accepted_on: 2026-03-10",
        Text("请对方确认；有争议的登记 legal.disputes。", "Ask for acceptance, or record the dispute."),
    ),
)


PATIENCE = 30


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each claim older than thirty days that is neither accepted nor followed by a dispute."""
    on = project.project.as_of
    disputed = [one.raised_on for one in (project.legal.disputes if project.legal else ())]
    for at, one in enumerate(project.claims):
        days = (on - one.date).days
        if one.accepted_on is None and days > PATIENCE and not any(day >= one.date for day in disputed):
            message = Text(
                f"{one.id} 提出 {days} 天，没有承认", f"{one.id} was made {days} days ago and is not accepted"
            )
            yield found(CODE, message, Place(("claims", at, "date")))
