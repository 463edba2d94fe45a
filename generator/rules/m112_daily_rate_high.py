"""Check M112: daily rate of damages is high."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, plain

CODE = Code(
    "M112",
    Severity.WARNING,
    Text("日违约金率偏高", "daily rate of damages is high"),
    page(
        Text(
            "逾期付款或逾期交付的日违约金率超过 0.1%（年化约 36.5%）。",
            "The daily rate for late payment or delivery is above 0.1 % (36.5 % a year).",
        ),
        Text(
            "违约金过分高于损失的，法院或仲裁机构可以根据请求适当减少；超过损失的30%，一般可以认定为过分高。",
            "Damages far above the loss may be reduced on request; more than 30 % above it is generally "
            "held too high.",
        ),
        "late_delivery: {base: contract_price, daily_rate: 0.5, cap_percent: 20, terminate_after: 30 "
        "calendar days}",
        "late_delivery: {base: contract_price, daily_rate: 0.1, cap_percent: 20, terminate_after: 30 "
        "calendar days}",
        Text(
            "确认没有多写一位（0.03 即万分之三）；确需较高的，留存预计损失的依据。",
            "Make sure no digit slipped (0.03 is 0.03 %); keep evidence of the loss expected.",
        ),
    ),
    (
        civil_code(
            "第五百八十五条",
            "约定的违约金过分高于造成的损失的，人民法院或者仲裁机构可以根据当事人的请求予以适当减少。",
        ),
    ),
)


LIMIT = Decimal("0.1")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each daily rate above the limit."""
    breach = project.contract.breach
    for key, zh, term in (
        ("late_payment", "逾期付款", breach.late_payment),
        ("late_delivery", "逾期交付", breach.late_delivery),
    ):
        if term and term.daily_rate > LIMIT:
            rate, yearly = plain(term.daily_rate), plain(term.daily_rate * 365)
            message = Text(
                f"{zh}日违约金率 {rate}%，年化 {yearly}%，可能被请求调减",
                f"{key}: {rate} % a day is {yearly} % a year and may be reduced on request",
            )
            yield found(CODE, message, Place(("contract", "breach", key, "daily_rate")))
