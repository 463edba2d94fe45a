"""Check P208: the time given by a demand is not reasonable."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "P208",
    Severity.WARNING,
    Text("催告期限不合理", "the time given by a demand is not reasonable"),
    page(
        Text(
            "催告应当给对方合理的履行期限；不足三日的，或者早于送达日期的，多半不合理。",
            "A demand gives a reasonable time; less than three days, or a deadline before delivery, is most often not.",
        ),
        Text(
            "民法典第五百六十三条要求经催告后在“合理期限”内仍未履行，期限不合理的，不能据此解除合同。",
            "The Civil Code lets a party rescind only after a reasonable time.",
        ),
        "{issued_on: 2026-09-21, deadline: 2026-09-22}",
        "deadline: 2026-09-28",
        Text("放宽期限。", "Give more time."),
    ),
    statutes=(civil_code("第五百六十三条", "当事人一方迟延履行主要债务，经催告后在合理期限内仍未履行"),),
)


LEAST = 3


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each letter that leaves less than three days from its delivery."""
    for at, one in enumerate(project.demands):
        begins = one.delivery.delivered_on if one.delivery else one.issued_on
        days = (one.deadline - begins).days
        if days < LEAST:
            message = Text(
                f"{one.number} 送达后只有 {days} 天", f"{one.number} leaves {days} days after delivery"
            )
            yield found(CODE, message, Place(("demands", at, "deadline")))
