"""Check P112: a meeting due is not recorded."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.cadences import sittings
from generator.derive.periods import HELD
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import counted, page

CODE = Code(
    "P112",
    Severity.WARNING,
    Text("应开的会议没有记录", "a meeting due is not recorded"),
    page(
        Text(
            "按会议节奏到数据截止日应当开过的会议，既没有会议记录，也没有例外说明。",
            "By its cadence a meeting was due before the as-of date; there is neither a record nor an "
            "exception.",
        ),
        Text(
            "约定的例会没有开，也没有说明，就是没有按合同管理。",
            "A meeting agreed and not held, without a word, is a duty not kept.",
        ),
        "project: {as_of: 2026-03-31}\ncadence: [{id: monthly, frequency: monthly, day_of_month: 10}]\n"
        "meetings: []",
        "project: {as_of: 2026-03-31}\n"
        "cadence: [{id: monthly, exceptions: [{planned: 2026-03-10, reason: 并入季度会}]}]",
        Text(
            "补上会议记录，或在 exceptions 中写明取消、改期的原因。",
            "Add the record, or give the reason in exceptions.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each cadence with dates to which no meeting belongs."""
    as_of = project.project.as_of
    for index, cadence in enumerate(project.cadence):
        missing = [day for day, held in sittings(cadence, project, as_of) if held is None and day < as_of]
        if missing and project.project.state in HELD:
            shown = "、".join(day.isoformat() for day in missing[:4]) + (" …" if len(missing) > 4 else "")
            message = Text(
                f"“{cadence.name}”有 {len(missing)} 次没有会议记录：{shown}",
                f"'{cadence.name}': {counted(len(missing), 'meeting')} without a record: "
                f"{shown.replace('、', ', ')}",
            )
            yield found(CODE, message, Place(("cadence", index, "id")))
