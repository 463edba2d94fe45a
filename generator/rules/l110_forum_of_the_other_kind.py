"""Check L110: the body named is of the other kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "L110",
    Severity.ERROR,
    Text("机构名称与争议解决方式不符", "the body named is of the other kind"),
    page(
        Text(
            "法院一栏写的不是人民法院，或仲裁机构一栏写的是法院、劳动争议仲裁委员会。",
            "The court is not a people’s court, or the arbitration institution is a court or a labour "
            "arbitration commission.",
        ),
        Text(
            "合同纠纷由依法设立的仲裁机构仲裁；劳动争议仲裁委员会只管劳动争议。名称写错，约定就不明确。",
            "Contract disputes go to institutions set up by law; labour commissions hear labour disputes "
            "only. A wrong name makes the agreement unclear.",
        ),
        "dispute: {method: court, court: 杭州仲裁委员会, court_link: plaintiff_domicile}",
        "dispute: {method: arbitration, institution: 杭州仲裁委员会, seat: 杭州}",
        Text("核对机构全称和所选方式。", "Check the full name and the method chosen."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each body that cannot decide by the method chosen."""
    dispute = project.contract.dispute
    court, institution = dispute.court, dispute.institution
    if court and "法院" not in court:
        message = Text(f"“{court}”不是人民法院", f"'{court}' is not a people's court")
        yield found(CODE, message, Place(("contract", "dispute", "court")))
    if institution and ("法院" in institution or "劳动" in institution):
        message = Text(
            f"“{institution}”不是受理合同纠纷的仲裁机构",
            f"'{institution}' does not arbitrate contract disputes",
        )
        yield found(CODE, message, Place(("contract", "dispute", "institution")))
