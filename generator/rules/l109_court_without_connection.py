"""Check L109: no known link between court and dispute."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.contract import CourtLink, DisputeMethod
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "L109",
    Severity.WARNING,
    Text("所选法院与争议的联系不明", "no known link between court and dispute"),
    page(
        Text(
            "court_link 写的是 other：法院所在地不是法律列举的地点。",
            "court_link is other: the place of the court is not among those the law names.",
        ),
        Text(
            "约定与争议没有实际联系地点的法院，管辖约定可能不被认可。",
            "A choice of a court without a real link with the dispute may not be upheld.",
        ),
        "dispute: {method: court, court: 北京市海淀区人民法院, court_link: other}",
        "dispute: {method: court, court: 杭州市西湖区人民法院, court_link: plaintiff_domicile}",
        Text(
            "改选住所地、履行地、签订地或标的物所在地的法院。",
            "Choose a court at a domicile, the place of performance, of signing or of the subject matter.",
        ),
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
    """Yield a finding when the court is linked by none of the places of the law."""
    dispute = project.contract.dispute
    if dispute.method is DisputeMethod.COURT and dispute.court_link is CourtLink.OTHER:
        message = Text(
            f"{dispute.court or '所选法院'}与争议没有法律列举的联系（court_link: other）",
            f"{dispute.court or 'the court'} is not linked with the dispute by a place the law names",
        )
        yield found(CODE, message, Place(("contract", "dispute", "court_link")))
