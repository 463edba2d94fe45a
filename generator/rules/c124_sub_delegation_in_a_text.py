"""Check C124: a text allows what the contract forbids: handing the work on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.common import Permission
from generator.model.project import Project
from generator.rules.support import civil_code, page, see, texts

CODE = Code(
    "C124",
    Severity.WARNING,
    Text("文字允许转委托，约定却禁止", "a text allows handing the work on, the contract forbids it"),
    page(
        Text(
            "work.sub_delegation 写的是不同意（forbidden），而合同文字允许乙方转委托、分包。",
            "work.sub_delegation is forbidden, and a text lets Party B delegate or subcontract.",
        ),
        Text(
            "两处相反，乙方会按对自己有利的一处履行。",
            "The two contradict each other, and Party B will rely on the one that suits it.",
        ),
        "work: {sub_delegation: forbidden}\nother_terms: [乙方可以将培训分包给第三方]",
        "work: {sub_delegation: forbidden}\nother_terms: [培训由乙方人员完成]",
        Text(
            "删去这段文字，或者把 sub_delegation 改为 allowed。", "Delete the text, or allow sub_delegation."
        ),
    ),
    (civil_code("第九百二十三条", "经委托人同意，受托人可以转委托。"),),
)
PATTERN = re.compile("乙方[^，。；未不]{0,8}(?:可以?|有权)[^，。；不]{0,14}(?:转委托|分包|转包|委托第三)")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that allows it without asking Party A."""
    work = project.contract.work
    if work is None or work.sub_delegation is not Permission.FORBIDDEN:
        return
    for route, text in texts(project):
        if (match := PATTERN.search(text)) and "同意" not in text:
            message = Text(
                f"“{match[0]}”与 sub_delegation: forbidden 相反",
                f"“{match[0]}” contradicts sub_delegation: forbidden",
            )
            related = [see("转委托的约定", "what is agreed", ("contract", "work", "sub_delegation"))]
            yield found(CODE, message, Place(route), related=related)
