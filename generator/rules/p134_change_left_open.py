"""Check P134: a change leaves open what is agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.change import ChangeStatus
from generator.model.project import Project
from generator.rules.support import civil_code, page

CODE = Code(
    "P134",
    Severity.WARNING,
    Text("变更后的约定不明确", "a change leaves open what is agreed"),
    page(
        Text(
            "变更单的“变更后”写有“另行协商”“适当”“酌情”“尽快”一类的文字，没有写明新的约定。",
            "What is agreed after the change is left open: 另行协商, 适当, 酌情, 尽快 and the like.",
        ),
        Text(
            "这样的变更推定为未变更，双方仍按原合同履行。",
            "Such a change is presumed not to be made; the contract stays as it was.",
        ),
        "items: [{about: 验收, before: 5月31日, after: 验收日期另行协商}]",
        "items: [{about: 验收, before: 5月31日, after: 验收日期为6月30日}]",
        Text(
            "写明日期、数量、金额或者标准；还没有谈定的，留到下一份变更单。",
            "State the day, quantity, amount or standard; what is not agreed yet belongs in the next change order.",
        ),
    ),
    (civil_code("第五百四十四条", "当事人对合同变更的内容约定不明确的，推定为未变更。"),),
)
OPEN = re.compile(r"(?:另|再)行(?:协商|商定|约定|确定|议定|商议)|协商确定|酌情|(?<!重)视情况|适当|尽快")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each item of a change, not yet rejected, that leaves open what holds after it."""
    for index, one in enumerate(project.changes):
        for at, item in enumerate(one.items if one.status is not ChangeStatus.REJECTED else ()):
            if match := OPEN.search(item.after):
                message = Text(
                    f"变更 {one.number} 写的是“{match[0]}”，没有写明新的约定",
                    f"the change {one.number} says “{match[0]}”, not what is agreed",
                )
                yield found(CODE, message, Place(("changes", index, "items", at, "after")))
