"""Check C121: a text calls a party by a name that is nearly its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.wording import near_names
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see, texts

CODE = Code(
    "C121",
    Severity.WARNING,
    Text("同一当事人有两个名称", "two names for one party"),
    page(
        Text(
            "合同文字中的公司名称与当事人的名称只差几个字，例如“有限公司”与“有限责任公司”。",
            "A company named in a text differs from a party's name by a few characters only.",
        ),
        Text(
            "签字的、收款的和承担责任的是不是同一家，会因此发生争议。",
            "It leaves open whether the one that signs, is paid and is liable is the same.",
        ),
        "parties: {party_b: {name: 苏州云帆软件有限公司}}\nother_terms: [苏州云帆软件有限责任公司负责维护]",
        "parties: {party_b: {name: 苏州云帆软件有限公司}}\nother_terms: [乙方负责维护]",
        Text(
            "改为“甲方”“乙方”，或者与营业执照一致的名称。",
            "Write 甲方 or 乙方, or the name as on the licence.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each company name that is nearly a party's."""
    sides = (("party_a", project.parties.party_a), ("party_b", project.parties.party_b))
    keys = {party.name: key for key, party in sides if party}
    for route, text in texts(project):
        for name, own in near_names(text, tuple(keys)):
            message = Text(
                f"“{name}”与当事人名称“{own}”只差几个字", f"“{name}” is nearly the party's name “{own}”"
            )
            related = [see("当事人名称", "the party's name", ("parties", keys[own], "name"))]
            yield found(CODE, message, Place(route), related=related)
