"""Check P132: two changes have one number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P132",
    Severity.ERROR,
    Text("变更单编号重复", "number of a change order given twice"),
    page(
        Text(
            "每份变更单的编号（number）在项目内只用一次。",
            "The number of each change order is used once in the project.",
        ),
        Text(
            "决议和往来函件以编号引用变更单；编号重复，不知道指哪一份。",
            "Decisions and letters refer to change orders by number; a number given twice is ambiguous.",
        ),
        "changes: [{id: c1, number: BG-01}, {id: c2, number: BG-01}]",
        "changes: [{id: c1, number: BG-01}, {id: c2, number: BG-02}]",
        Text("顺次编号。", "Number them on."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each change whose number an earlier one has."""
    first: dict[str, int] = {}
    for index, one in enumerate(project.changes):
        earlier = first.setdefault(one.number, index)
        if earlier != index:
            title = project.changes[earlier].title
            message = Text(
                f"变更单编号 {one.number} 已用于“{title}”", f"the number {one.number} belongs to '{title}'"
            )
            related = [see("先用的变更", "the earlier change", ("changes", earlier, "number"))]
            yield found(CODE, message, Place(("changes", index, "number")), related=related)
