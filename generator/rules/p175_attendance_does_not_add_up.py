"""Check P175: attendance does not add up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P175",
    Severity.WARNING,
    Text("到课人数与名单不符", "attendance does not add up"),
    page(
        Text(
            "写了 attended 又逐人登记的，名单中到课的人不多于 attended。",
            "Where attended is stated and people are listed, no more are present than attended.",
        ),
        Text("两处不一致，培训记录就不能作为证据。", "Otherwise the record proves nothing."),
        "{attended: 1, attendance: [两人到课]}",
        "{attended: 2}",
        Text("更正其中一处。", "Correct one of them."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each training with more people listed as present than attended."""
    for at, one in enumerate(project.training):
        present = sum(each.present for each in one.attendance)
        if one.attended is not None and present > one.attended:
            message = Text(
                f"“{one.topic}”写到课 {one.attended} 人，名单有 {present} 人",
                f"'{one.topic}': {one.attended} attended, {present} listed",
            )
            yield found(CODE, message, Place(("training", at, "attended")))
