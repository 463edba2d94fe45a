"""Check P198: a case without tags and risks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P198",
    Severity.WARNING,
    Text("案例没有标签和风险", "a case without tags and risks"),
    page(
        Text(
            "案例至少写一个标签或者相关风险，别的项目才找得到它。",
            "A case has a tag or a risk, so that other projects find it.",
        ),
        Text(
            "新项目按合同类型、标签和风险类别提示教训。",
            "New projects are shown lessons by kind, tags and sorts of risk.",
        ),
        "{id: case-1, title: 货款逾期, lesson: 先定信用额度}",
        "{id: case-1, tags: [回款]}",
        Text("加上 tags 或者 risks。", "Add tags or risks."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each case that has neither tags nor risks."""
    for at, one in enumerate(project.cases):
        if not one.tags and not one.risks:
            yield found(
                CODE, Text(f"{one.id} 没有标签", f"{one.id} has no tags"), Place(("cases", at), "key")
            )
