"""Check L134: one person acts for both parties."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "L134",
    Severity.WARNING,
    Text("同一人代表双方", "one person acts for both parties"),
    page(
        Text(
            "甲方和乙方的法定代表人或者委托代理人是同一个姓名。",
            "A legal representative or agent of Party A bears the name of one of Party B.",
        ),
        Text(
            "代理人不得同时代理双方；多半是复制后没有改，签字人会写错。",
            "An agent may not act for both sides; most often it was copied, and the wrong person is to sign.",
        ),
        "parties:\n  party_a: {agent: 沈若溪}\n  party_b: {agent: 沈若溪}",
        "parties:\n  party_a: {agent: 沈若溪}\n  party_b: {agent: 钱沐阳}",
        Text(
            "核对双方的签字人；确属同一人的，取得双方书面同意。",
            "Check who signs for whom; where it is one person, have both consent in writing.",
        ),
    ),
    (civil_code("第一百六十八条", "代理人不得以被代理人的名义与自己同时代理的其他人实施民事法律行为"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each person of Party B who acts for Party A, too."""
    a, b = project.parties.party_a, project.parties.party_b
    theirs = {a.legal_representative, a.agent} - {None} if a else set()
    for key, name in (("legal_representative", b.legal_representative), ("agent", b.agent)):
        if name in theirs:
            message = Text(f"{name}同时代表甲方和乙方", f"{name} acts for Party A and Party B")
            yield found(CODE, message, Place(("parties", "party_b", key)))
