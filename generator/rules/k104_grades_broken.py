"""Check K104: grades do not cover 0 to 100."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain

CODE = Code(
    "K104",
    Severity.ERROR,
    Text("等级没有覆盖0至100", "grades do not cover 0 to 100"),
    page(
        Text(
            "等级下限要有一个是0，互不相同，且不超过100；等级名称不重复。",
            "One grade starts at 0, no two start alike, none above 100, and no label is used twice.",
        ),
        Text(
            "否则有的得分没有等级，或同时属于两个等级，结果应用就没有依据。",
            "Otherwise a score has no grade or two, and nothing follows from it.",
        ),
        "grades:\n  - {label: 优秀, min: 85, consequence: 续约优先}\n"
        "  - {label: 合格, min: 60, consequence: 正常付款}",
        "grades:\n  - {label: 优秀, min: 85, consequence: 续约优先}\n"
        "  - {label: 合格, min: 60, consequence: 正常付款}\n"
        "  - {label: 不合格, min: 0, consequence: 限期整改}",
        Text(
            "补上从0开始的最低等级，改正重复或过大的下限。",
            "Add the lowest grade from 0; correct repeated or too large limits.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each way in which the grades leave a gap or overlap."""
    grades = project.assessment.grades
    lowest = min(grade.min for grade in grades)
    if lowest != 0:
        message = Text(
            f"最低等级从 {plain(lowest)} 分开始，应从 0 分开始",
            f"the lowest grade starts at {plain(lowest)}, not at 0",
        )
        yield found(CODE, message, Place(("assessment", "grades"), "key"))
    for index, grade in enumerate(grades):
        route = ("assessment", "grades", index)
        if grade.min > 100:
            message = Text(
                f"等级“{grade.label}”的下限 {plain(grade.min)} 超过 100", f"'{grade.label}' starts above 100"
            )
            yield found(CODE, message, Place((*route, "min")))
        for key, zh, other in (("min", "下限", grade.min), ("label", "名称", grade.label)):
            if other in [getattr(earlier, key) for earlier in grades[:index]]:
                message = Text(f"等级{zh} {other} 重复", f"two grades have the {key} {other}")
                yield found(CODE, message, Place((*route, key)))
