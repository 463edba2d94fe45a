"""Check L108: court without its name or link."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.contract import DisputeMethod
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "L108",
    Severity.ERROR,
    Text("诉讼没有写明法院", "court without its name or link"),
    page(
        Text(
            "选了诉讼，却没有写管辖法院（court）或它与争议的联系（court_link）。",
            "Court is chosen, but the court or its link with the dispute (court_link) is missing.",
        ),
        Text(
            "协议管辖要选与争议有实际联系的地点的法院；写不明，"
            "就按法定管辖由被告住所地或合同履行地法院管辖。",
            "Parties may choose a court at a place linked with the dispute; if it is not clear, the court "
            "at the defendant’s domicile or the place of performance has jurisdiction.",
        ),
        "dispute: {method: court}",
        "dispute: {method: court, court: 杭州市西湖区人民法院, court_link: plaintiff_domicile}",
        Text("补上 court 和 court_link。", "Add court and court_link."),
    ),
    (
        cite(
            "民事诉讼法",
            "第三十五条",
            "与争议有实际联系的地点的人民法院管辖，但不得违反本法对级别管辖和专属管辖的规定",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each part of a choice of court that is missing."""
    dispute = project.contract.dispute
    if dispute.method is DisputeMethod.COURT:
        for key, zh, value in (
            ("court", "管辖法院", dispute.court),
            ("court_link", "联系地点", dispute.court_link),
        ):
            if value is None:
                message = Text(f"选了诉讼，没有写{zh}（{key}）", f"court is chosen, but {key} is missing")
                yield found(CODE, message, Place(("contract", "dispute", "method")))
