"""Check P151: a meeting at a milestone falls outside its cadence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.derive.cadences import schedule
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.meeting import CadenceAt
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P151",
    Severity.WARNING,
    Text("里程碑会议不在起止日期内", "a meeting at a milestone falls outside its cadence"),
    page(
        Text(
            "按里程碑召开的会议，推算出的日子要在会议节奏的起止日期（start、end）之内；里程碑经变更单改期的，按新日期推算。",
            "The day of a meeting at a milestone lies between start and end of its cadence; a milestone that a signed change has "
            "moved counts with its new day.",
        ),
        Text(
            "起止日期之外的会议不进日程，也不会提示漏开。",
            "A meeting outside is in no calendar, and nobody is told when it is missed.",
        ),
        "milestones: [{id: m6, planned: 2026-12-18}]\ncadence: [{id: review, at: milestone, milestones: [m6], end: 2026-11-30}]",
        "milestones: [{id: m6, planned: 2026-12-18}]\ncadence: [{id: review, at: milestone, milestones: [m6], end: 2026-12-31}]",
        Text(
            "改起止日期，或从 milestones 中删去该里程碑。", "Change start or end, or take the milestone out."
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each milestone whose meeting has no day within its cadence."""
    names = {stone.id: stone.name for stone in project.contract.milestones}
    for index, cadence in enumerate(project.cadence):
        if cadence.at is not CadenceAt.MILESTONE:
            continue
        for at, stone in enumerate(cadence.milestones):
            alone = schedule(replace(cadence, milestones=(stone,)), project)
            if alone and not alone.occurrences and not alone.omitted:
                message = Text(
                    f"“{cadence.name}”：里程碑“{names[stone]}”的会议日不在 {cadence.start} 至 {cadence.end} 之内",
                    f"'{cadence.name}': the day for '{names[stone]}' is not within {cadence.start} and {cadence.end}",
                )
                yield found(CODE, message, Place(("cadence", index, "milestones", at)))
