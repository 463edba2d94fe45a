"""Check P209: a demand without proof of delivery."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "P209",
    Severity.WARNING,
    Text("催告没有送达凭证", "a demand without proof of delivery"),
    page(
        Text("发函后三日仍没有登记送达方式和凭证。", "Three days after the letter no delivery is recorded."),
        Text(
            "催告自到达时生效；没有凭证，解除权和时效中断都难以证明。",
            "A demand takes effect on arrival; without proof neither rescission nor interruption of limitation can be shown.",
        ),
        "issued_on: 2026-09-21（没有 delivery）",
        "delivery: {method: courier, proof: EMS 单号, delivered_on: 2026-09-22}",
        Text("补记送达；没有送达的重新发送。", "Record delivery, or send it again."),
    ),
    statutes=(civil_code("第一百三十七条", "以非对话方式作出的意思表示，到达相对人时生效"),),
)


GRACE = 3


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each letter that is older than three days and has no delivery."""
    on = project.project.as_of
    for at, one in enumerate(project.demands):
        if one.delivery is None and (on - one.issued_on).days > GRACE:
            message = Text(f"{one.number} 没有送达凭证", f"{one.number} has no proof of delivery")
            yield found(CODE, message, Place(("demands", at), "key"))
