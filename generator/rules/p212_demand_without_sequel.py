"""Check P212: nothing followed a demand."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.demands import demanded
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P212",
    Severity.WARNING,
    Text("催告期满没有下文", "nothing followed a demand"),
    page(
        Text(
            "催告期满，所催告的义务仍未履行，也没有主张违约责任、整改、再次催告或者争议记录。",
            "The time of a demand is over, the obligation is still open, and no claim, notice, further demand or dispute is recorded.",
        ),
        Text(
            "解除权有行使期限，主张也受诉讼时效限制。",
            "The right to rescind and the claim itself are limited in time.",
        ),
        "deadline: 2026-04-20（义务仍未履行）",
        "claims: [{date: 2026-04-22, …}]",
        Text(
            "登记后续处理：主张违约责任、变更、解除或者起诉。",
            "Record what follows: claim, change, rescission or action.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each letter whose time is over, whose obligation is open, and after which nothing is recorded."""
    on = project.project.as_of
    later = [one.date for one in project.claims]
    later += [one.issued_on for one in project.rectifications]
    later += [one.issued_on for one in project.demands]
    later += [one.raised_on for one in (project.legal.disputes if project.legal else ())]
    for at, one in enumerate(project.demands):
        owed = demanded(project, one, on)
        is_open = owed is not None and owed.obligation.done_on is None
        if is_open and one.deadline < on and not any(day > one.issued_on for day in later) and not one.answer:
            message = Text(
                f"{one.number} 期满，义务仍未履行，没有后续记录",
                f"the time of {one.number} is over and nothing followed",
            )
            yield found(CODE, message, Place(("demands", at, "deadline")))
