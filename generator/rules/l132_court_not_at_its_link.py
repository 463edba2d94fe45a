"""Check L132: the court is not at the place that links it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.contract import CourtLink
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "L132",
    Severity.WARNING,
    Text("法院不在所说的联系地点", "the court is not at the place that links it"),
    page(
        Text(
            "法院所在的市，与所选联系地点（合同签订地、履行地、双方住所地）写的市不同。",
            "The city of the court is not in the place that court_link names: signing, performance or a party's domicile.",
        ),
        Text(
            "协议选择的法院应当在与争议有实际联系的地点；不在的，约定无效，管辖要另行确定。",
            "The court chosen must be at a place linked with the dispute; otherwise the choice fails.",
        ),
        "signing_place: 浙江省杭州市西湖区\ndispute: {method: court, court: 深圳市南山区人民法院, court_link: signing_place}",
        "signing_place: 浙江省杭州市西湖区\ndispute: {method: court, court: 杭州市西湖区人民法院, court_link: signing_place}",
        Text("改正法院、联系地点或者签订地。", "Correct the court, the link or the place."),
    ),
    (cite("民事诉讼法", "第三十五条", "与争议有实际联系的地点的人民法院管辖"),),
)
CITY = re.compile("([^省区市]{2,5})市")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the court's city is not in the place that links it."""
    contract, parties = project.contract, project.parties
    domiciles = "、".join(party.domicile for party in (parties.party_a, parties.party_b) if party)
    link = contract.dispute.court_link
    place = {
        CourtLink.SIGNING_PLACE: contract.signing_place,
        CourtLink.PERFORMANCE_PLACE: contract.subject.place,
        CourtLink.PLAINTIFF_DOMICILE: domiciles,
        CourtLink.DEFENDANT_DOMICILE: domiciles,
    }.get(link or CourtLink.OTHER)
    court = contract.dispute.court or ""
    city = CITY.search(court)
    if place and city and city[1] not in place:
        message = Text(
            f"{court}不在联系地点（{link}）：{place}", f"{court} is not at its link ({link}): {place}"
        )
        yield found(CODE, message, Place(("contract", "dispute", "court")))
