"""Check L105: no interest for late payment to a smaller enterprise."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.sme import is_large, is_public, is_small, sme_rules
from generator.rules.support import page

CODE = Code(
    "L105",
    Severity.ERROR,
    Text("对中小企业约定零逾期利息", "no interest for late payment to a smaller enterprise"),
    page(
        Text(
            "甲方是机关、事业单位或大型企业，乙方是中小企业，逾期付款的日违约金率却是 0。",
            "Party A is a public body or large enterprise, Party B a smaller one, and the daily rate for "
            "late payment is 0.",
        ),
        Text(
            "约定的利率不得低于合同订立时1年期贷款市场报价利率；没有约定的，按日万分之五。",
            "The rate agreed may not be below the one-year loan prime rate; without agreement it is 0.05 % "
            "a day.",
        ),
        "late_payment: {grace: 5 calendar days, daily_rate: 0, cap_percent: 10, terminate_after: 60 "
        "calendar days}",
        "late_payment: {grace: 5 calendar days, daily_rate: 0.05, cap_percent: 10, terminate_after: 60 "
        "calendar days}",
        Text(
            "写上不低于贷款市场报价利率的日利率，例如 0.05（即万分之五）。",
            "Give a daily rate not below the loan prime rate, e.g. 0.05 (percent).",
        ),
    ),
    (sme_rules("第十七条", "约定利率不得低于合同订立时1年期贷款市场报价利率"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when a protected enterprise gets nothing for late payment."""
    a, b = project.parties.party_a, project.parties.party_b
    late = project.contract.breach.late_payment
    if (is_public(a) or is_large(a)) and is_small(b) and late and not late.daily_rate:
        message = Text(
            "乙方是中小企业，逾期付款日违约金率为 0，低于1年期贷款市场报价利率",
            "Party B is a smaller enterprise and the rate for late payment is 0, below the one-year loan "
            "prime rate",
        )
        yield found(CODE, message, Place(("contract", "breach", "late_payment", "daily_rate")))
