"""Check L101: public body pays later than 60 days."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_public, is_small, payment_days, sme_rules
from generator.rules.support import page

CODE = Code(
    "L101",
    Severity.ERROR,
    Text("机关、事业单位付款期限超过60日", "public body pays later than 60 days"),
    page(
        Text(
            "甲方是机关或事业单位，乙方是中小企业，交付、验收或对账后的付款期限可能超过60日。",
            "Party A is an authority or public institution, Party B a small or medium enterprise, and a "
            "payment may fall due more than 60 days after delivery, acceptance or settlement.",
        ),
        Text(
            "条例规定付款期限最长不得超过60日（恰好60日可以）；违反的可被投诉并计逾期利息。",
            "The rules allow 60 days at most (60 itself is allowed); beyond, Party B may complain and "
            "claim interest.",
        ),
        "{id: p2, name: 验收款, percent: 70, event: acceptance, deliverable: d1, within: 90 calendar days}",
        "{id: p2, name: 验收款, percent: 70, event: acceptance, deliverable: d1, within: 30 calendar days}",
        Text("把 within 改到60日以内，一般为30日。", "Make within 60 days or less; 30 days is the rule."),
    ),
    (sme_rules("第九条", "合同另有约定的，从其约定，但付款期限最长不得超过60日。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment of a public body that may take more than 60 days."""
    if is_public(project.parties.party_a) and is_small(project.parties.party_b):
        for route, name, days in payment_days(project):
            if days > 60:
                message = Text(
                    f"甲方是机关、事业单位，乙方是中小企业：{name}付款期限最长 {days} 日，超过60日",
                    f"a public body pays a smaller enterprise: {name} may take {days} days, more than 60",
                )
                yield found(CODE, message, Place(route))
