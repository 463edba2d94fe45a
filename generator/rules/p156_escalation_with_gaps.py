"""Check P156: escalation with gaps."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P156",
    Severity.WARNING,
    Text("升级路径不连续", "escalation with gaps"),
    page(
        Text(
            "升级路径的层级从1开始逐级加一，每级一条；第二级起写明多久未解决就升级（after），一线不写。",
            "Levels of escalation begin with 1 and go up by one, each once; from the second on they say after how long.",
        ),
        Text(
            "断了级或者没有时限，问题就停在原地。",
            "With a gap or without a time a problem stays where it is.",
        ),
        "escalation: [{level: 1}, {level: 3, after: 2 working days}]",
        "escalation: [{level: 1}, {level: 2, after: 2 working days}]",
        Text("补上缺的层级或者时限。", "Add the level or the time that is missing."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each level out of order, and for each without its time."""
    levels = sorted(step.level for step in project.escalation)
    for index, step in enumerate(project.escalation):
        if step.level > len(levels) or levels.count(step.level) > 1:
            message = Text(
                f"升级层级为 {'、'.join(map(str, levels))}，应当从1到{len(levels)}各一级",
                f"the levels are {', '.join(map(str, levels))}; they should go from 1 to {len(levels)}",
            )
            yield found(CODE, message, Place(("escalation", index, "level")))
        elif (step.level == 1) == (step.after is not None):
            message = Text(
                "一线不写 after" if step.after else f"第{step.level}级没有写多久未解决就升级（after）",
                "the first line has no after"
                if step.after
                else f"level {step.level} does not say after how long",
            )
            yield found(CODE, message, Place(("escalation", index, "level")))
