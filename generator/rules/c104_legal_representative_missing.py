"""Check C104: legal representative missing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.party import PartyType
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "C104",
    Severity.ERROR,
    Text("缺少法定代表人", "legal representative missing"),
    page(
        Text(
            "企业和事业单位签约，合同首部和签署页要写法定代表人。",
            "For companies and institutions the heading and signature page name the legal representative.",
        ),
        Text(
            "代表法人从事民事活动的是法定代表人；首部空着，就看不出是谁代表签约。",
            "The legal representative acts for a legal person; left open, nobody can tell who acted.",
        ),
        "party_b:\n  name: 苏州云帆软件有限公司\n  type: company",
        "party_b:\n  name: 苏州云帆软件有限公司\n  type: company\n  legal_representative: 沈亦舟",
        Text(
            "按营业执照或法人证书补上 legal_representative。",
            "Add legal_representative as on the licence or certificate.",
        ),
    ),
    (civil_code("第六十一条", "代表法人从事民事活动的负责人，为法人的法定代表人"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each company or institution without a legal representative."""
    sides = (("party_a", "甲方", project.parties.party_a), ("party_b", "乙方", project.parties.party_b))
    for key, side, party in sides:
        needed = party and party.type in (PartyType.COMPANY, PartyType.PUBLIC_INSTITUTION)
        if party and needed and party.legal_representative is None:
            message = Text(
                f"{side}“{party.name}”没有写法定代表人（legal_representative）",
                f"{key} '{party.name}' has no legal_representative",
            )
            yield found(CODE, message, Place(("parties", key), "key"))
