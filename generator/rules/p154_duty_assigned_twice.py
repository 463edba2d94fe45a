"""Check P154: a duty with two owners."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P154",
    Severity.WARNING,
    Text("一项职责写了两次", "a duty with two owners"),
    page(
        Text(
            "同一类义务、同一项成果、同一事项在职责分工中只写一次，每方只有一个负责人。",
            "Each duty is in responsibilities once, so that each side has one owner of it.",
        ),
        Text("两个人都负责，等于没有人负责。", "What two people answer for, nobody answers for."),
        "responsibilities: [{id: r1, kind: report}, {id: r2, kind: report}]",
        "responsibilities: [{id: r1, kind: report}, {id: r2, kind: payment}]",
        Text("合并成一项。", "Make them one."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each responsibility whose duty an earlier one has."""
    first: dict[tuple[str | None, ...], int] = {}
    for index, one in enumerate(project.responsibilities):
        earlier = first.setdefault((one.kind, one.deliverable, one.duty), index)
        if earlier != index:
            other = project.responsibilities[earlier]
            message = Text(
                f"{one.id} 与 {other.id} 是同一项职责", f"{one.id} and {other.id} are the same duty"
            )
            related = [see("先写的一项", "the earlier one", ("responsibilities", earlier, "id"))]
            yield found(CODE, message, Place(("responsibilities", index, "id")), related=related)
