"""Check P169: the items of an agenda do not fit the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.meeting import Cadence
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P169",
    Severity.WARNING,
    Text("议程用时与会议不符", "the items of an agenda do not fit the meeting"),
    page(
        Text(
            "各项用时（agenda_minutes）与固定议程（agenda）一一对应，合计不超过会议时长（duration_minutes）；"
            "最低人数（quorum）不超过应到人数。",
            "agenda_minutes has one figure for each item of agenda, together no more than duration_minutes; the quorum "
            "is no more than the invited.",
        ),
        Text("对不上的，议程上就排不出时间。", "Otherwise the agenda has no times."),
        "{duration_minutes: 60, agenda: [进度, 风险], agenda_minutes: [50, 30]}",
        "{duration_minutes: 60, agenda: [进度, 风险], agenda_minutes: [40, 20]}",
        Text("改各项用时、时长或人数。", "Change the minutes, the duration or the quorum."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each cadence whose minutes or quorum cannot be kept."""
    for index, cadence in enumerate(project.cadence):
        for key, message in _wrong(cadence):
            yield found(CODE, message, Place(("cadence", index, key), "key"))


def _wrong(cadence: Cadence) -> Iterator[tuple[str, Text]]:
    items, minutes, asked = len(cadence.agenda), cadence.agenda_minutes, len(cadence.attendees)
    if minutes and (len(minutes) != items or sum(minutes) > cadence.duration_minutes):
        yield (
            "agenda_minutes",
            Text(
                f"“{cadence.name}”有{items}项议程、{cadence.duration_minutes}分钟，写了{len(minutes)}个用时、合计{sum(minutes)}分钟",
                f"'{cadence.name}' has {items} items and {cadence.duration_minutes} minutes; {len(minutes)} figures come to {sum(minutes)}",
            ),
        )
    if cadence.quorum and cadence.quorum > asked:
        yield (
            "quorum",
            Text(
                f"“{cadence.name}”最低人数{cadence.quorum}，应到只有{asked}人",
                f"'{cadence.name}': the quorum is {cadence.quorum}, but only {asked} are invited",
            ),
        )
