"""Check M113: cap of damages is high."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, plain

CODE = Code(
    "M113",
    Severity.INFO,
    Text("违约金上限偏高", "cap of damages is high"),
    page(
        Text("违约金上限超过基数的30%。", "The cap of damages is above 30 % of its base."),
        Text(
            "约定的违约金超过损失的30%，法院一般可以认定为过分高于损失；是否调整取决于实际损失。",
            "Courts generally hold damages more than 30 % above the loss too high; it depends on the "
            "actual loss.",
        ),
        "late_payment: {grace: 5 calendar days, daily_rate: 0.03, cap_percent: 50, terminate_after: 60 "
        "calendar days}",
        "late_payment: {grace: 5 calendar days, daily_rate: 0.03, cap_percent: 10, terminate_after: 60 "
        "calendar days}",
        Text("降低上限，或留存预计损失的依据。", "Lower the cap, or keep evidence of the loss expected."),
    ),
    (
        civil_code(
            "第五百八十五条",
            "约定的违约金过分高于造成的损失的，人民法院或者仲裁机构可以根据当事人的请求予以适当减少。",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each cap above 30 percent."""
    breach = project.contract.breach
    for key, zh, term in (
        ("late_payment", "逾期付款", breach.late_payment),
        ("late_delivery", "逾期交付", breach.late_delivery),
    ):
        if term and term.cap_percent > 30:
            cap = plain(term.cap_percent)
            message = Text(f"{zh}违约金上限 {cap}%，超过 30%", f"{key}: the cap of {cap} % is above 30 %")
            yield found(CODE, message, Place(("contract", "breach", key, "cap_percent")))
