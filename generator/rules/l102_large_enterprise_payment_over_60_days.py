"""Check L102: large enterprise pays later than 60 days."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_large, is_small, payment_days, sme_rules
from generator.rules.support import page

CODE = Code(
    "L102",
    Severity.WARNING,
    Text("大型企业付款期限超过60日", "large enterprise pays later than 60 days"),
    page(
        Text(
            "甲方是大型企业，乙方是中小企业，交付、验收或对账后的付款期限可能超过60日。",
            "Party A is a large, Party B a smaller enterprise, and a payment may fall due more than 60 "
            "days after delivery, acceptance or settlement.",
        ),
        Text(
            "原则上应在交付后60日内付款；可以另行约定，但须符合行业规范和交易习惯，否则乙方可以主张不合理。",
            "60 days from delivery is the rule; another period may be agreed, but only a reasonable one by "
            "the standards of the trade.",
        ),
        "{id: p2, name: 验收款, percent: 70, event: acceptance, deliverable: d1, within: 90 calendar days}",
        "{id: p2, name: 验收款, percent: 70, event: acceptance, deliverable: d1, within: 60 calendar days}",
        Text(
            "缩短期限；确有行业惯例的，把理由记入项目日志。",
            "Shorten the period, or record the custom of the trade in the log.",
        ),
    ),
    (
        sme_rules(
            "第九条",
            "应当自货物、工程、服务交付之日起60日内支付款项；合同另有约定的，从其约定，但应当按照行业规范、"
            "交易习惯合理约定付款期限",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment of a large enterprise that may take more than 60 days."""
    if is_large(project.parties.party_a) and is_small(project.parties.party_b):
        for route, name, days in payment_days(project):
            if days > 60:
                message = Text(
                    f"甲方是大型企业，乙方是中小企业：{name}付款期限最长 {days} 日，超过60日",
                    f"a large enterprise pays a smaller one: {name} may take {days} days, more than 60",
                )
                yield found(CODE, message, Place(route))
