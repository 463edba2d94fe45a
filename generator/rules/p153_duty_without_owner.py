"""Check P153: a duty without an owner."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.coordination import parts, unassigned
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.locale import words
from generator.model.common import Side
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P153",
    Severity.WARNING,
    Text("职责没有负责人", "a duty without an owner"),
    page(
        Text(
            "写了职责分工（responsibilities）的项目，每项分工双方都有负责人，台账中仍需履行的义务都有分工。",
            "With responsibilities stated, each has an owner on both sides, and each kind of duty that is still owed has one.",
        ),
        Text(
            "没有负责人的义务，到期时双方都以为是对方的事。",
            "A duty without an owner is taken by each to be somebody else’s.",
        ),
        "responsibilities: [{id: raci-report, kind: report, party_a: {responsible: [zhou], accountable: zhou}}]",
        "responsibilities:\n  - id: raci-report\n    kind: report\n    party_a: {responsible: [zhou], accountable: zhou}\n    party_b: {responsible: [chen], accountable: chen}",
        Text("补上缺的一方，或者增加一项分工。", "Add the side that is missing, or another responsibility."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each responsibility of one side alone, and for each kind of duty that nobody has."""
    for index, one in enumerate(project.responsibilities):
        for side, part in parts(one):
            if part is None:
                zh, en = ("甲方", "Party A") if side is Side.PARTY_A else ("乙方", "Party B")
                message = Text(f"分工 {one.id} 没有{zh}负责人", f"{one.id} has no owner of {en}")
                yield found(CODE, message, Place(("responsibilities", index, "id")))
    for kind in unassigned(project, project.project.as_of):
        zh = words("zh-CN").label("duty_kind", kind)
        en = words("en").label("duty_kind", kind)
        message = Text(f"“{zh}”（{kind}）没有写明分工", f"nobody is responsible for {en} ({kind})")
        yield found(CODE, message, Place(("responsibilities",), "key"))
