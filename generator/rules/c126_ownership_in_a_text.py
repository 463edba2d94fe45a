"""Check C126: a text gives the results to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.law import cite
from generator.model.contract import IpOwner
from generator.model.project import Project
from generator.rules.support import page, see, texts

CODE = Code(
    "C126",
    Severity.WARNING,
    Text("文字写的权利归属与约定不同", "a text gives the results to somebody else"),
    page(
        Text(
            "合同文字写明知识产权、著作权、源代码归某方，与 intellectual_property.owner 不同。",
            "A text gives intellectual property, copyright or source code to another than intellectual_property.owner.",
        ),
        Text(
            "归属有两种写法，等于没有约定；委托创作的作品没有明确约定的，著作权属于受托人。",
            "Two owners are none; copyright in commissioned works is the contractor's unless it is clearly agreed.",
        ),
        "intellectual_property: {owner: party_a}\nother_terms: [培训材料的著作权归乙方所有]",
        "intellectual_property: {owner: party_a}\nother_terms: [培训材料的著作权归甲方所有]",
        Text(
            "改正文字；部分成果另有归属的，owner 选 other 并写明。",
            "Correct the text; where parts belong to different sides, choose other and say so.",
        ),
    ),
    (cite("著作权法", "第十九条", "合同未作明确约定或者没有订立合同的，著作权属于受托人"),),
)
PATTERN = re.compile(
    "(?:知识产权|著作权|专利权|专利申请权|源代码)[^，。；不]{0,8}(?:归|属于?)(甲方|乙方|双方)"
)
OWN = re.compile("背景|原有|已有|自有|自行|既有|通用")
NAMES = {IpOwner.PARTY_A: "甲方", IpOwner.PARTY_B: "乙方", IpOwner.JOINT: "双方"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each text that names another owner of anything new."""
    agreed = project.contract.intellectual_property
    if agreed is None or (owner := NAMES.get(agreed.owner)) is None:
        return
    for route, text in texts(project):
        if (match := PATTERN.search(text)) and match[1] != owner and not OWN.search(text):
            message = Text(f"“{match[0]}”，约定归{owner}", f"“{match[0]}”, but the owner is {agreed.owner}")
            related = [see("约定的归属", "the owner", ("contract", "intellectual_property", "owner"))]
            yield found(CODE, message, Place(route), related=related)
