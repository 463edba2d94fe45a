"""Check L104: size of Party B is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.party import PartyType
from generator.model.project import Project
from generator.rules.sme import is_large, is_public, sme_rules
from generator.rules.support import page

CODE = Code(
    "L104",
    Severity.INFO,
    Text("没有写乙方企业规模", "size of Party B is not stated"),
    page(
        Text(
            "甲方是机关、事业单位或大型企业，乙方企业没有写规模（size），无法检查中小企业付款期限。",
            "Party A is a public body or large enterprise and the size of Party B is not stated, so the "
            "periods of payment cannot be checked.",
        ),
        Text(
            "中小企业订立合同时应当主动告知；规模以合同订立时为准。",
            "A smaller enterprise must say so at conclusion; its size at that time counts.",
        ),
        "party_b: {name: 苏州云帆软件有限公司, type: company}",
        "party_b: {name: 苏州云帆软件有限公司, type: company, size: small}",
        Text("向乙方询问，写上 size。", "Ask Party B and write its size."),
    ),
    (sme_rules("第三条", "中小企业与机关、事业单位、大型企业订立合同时，应当主动告知其属于中小企业。"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the protection of Party B cannot be judged."""
    a, b = project.parties.party_a, project.parties.party_b
    if (is_public(a) or is_large(a)) and b.type is PartyType.COMPANY and b.size is None:
        message = Text(
            f"没有写乙方“{b.name}”的企业规模（size），无法检查中小企业付款期限",
            f"the size of '{b.name}' is not stated, so periods for smaller enterprises are not checked",
        )
        yield found(CODE, message, Place(("parties", "party_b"), "key"))
