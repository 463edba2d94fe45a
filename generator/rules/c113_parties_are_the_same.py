"""Check C113: both parties are the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "C113",
    Severity.ERROR,
    Text("甲乙双方是同一主体", "both parties are the same"),
    page(
        Text(
            "甲方和乙方的名称或证件号码相同。", "Party A and Party B have the same name or document number."
        ),
        Text(
            "自己不能和自己订立合同；多半是复制后忘了改。",
            "Nobody contracts with himself; most often a copy was not edited.",
        ),
        "parties:\n  party_a: {name: 星河智造（杭州）科技有限公司}\n"
        "  party_b: {name: 星河智造（杭州）科技有限公司}",
        "parties:\n  party_a: {name: 星河智造（杭州）科技有限公司}\n  party_b: {name: 苏州云帆软件有限公司}",
        Text("改正写错的一方。", "Correct the side that is wrong."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for a name or document number that both parties have."""
    a, b = project.parties.party_a, project.parties.party_b
    pairs = (
        ("name", "名称", a and a.name, b.name),
        ("id_number", "证件号码", a and a.id_number, b.id_number),
    )
    for key, zh, first, second in pairs:
        if first == second:
            message = Text(f"甲方和乙方的{zh}都是“{second}”", f"both parties have the {key} '{second}'")
            other = see(f"甲方{zh}", f"Party A's {key}", ("parties", "party_a", key))
            yield found(CODE, message, Place(("parties", "party_b", key)), related=[other])
