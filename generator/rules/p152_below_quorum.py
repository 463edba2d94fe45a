"""Check P152: decided below quorum."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, see

CODE = Code(
    "P152",
    Severity.WARNING,
    Text("到会人数不足却作了决议", "decided below quorum"),
    page(
        Text(
            "会议节奏约定了最低人数（quorum）；应到人员中实到不足这个数，会议却形成了决议。",
            "The cadence has a quorum; fewer of the invited were present, yet the meeting decided.",
        ),
        Text("未到会的一方可以否认这样的决议。", "Whoever was not there may deny such a decision."),
        "cadence: [{id: monthly, attendees: [zhou, wu, chen], quorum: 3}]\n"
        "meetings: [{cadence: monthly, present: [zhou, chen], decisions: [{id: r-1}]}]",
        "cadence: [{id: monthly, attendees: [zhou, wu, chen], quorum: 2}]\n"
        "meetings: [{cadence: monthly, present: [zhou, chen], decisions: [{id: r-1}]}]",
        Text(
            "补上漏记的出席人员；确实不足的，请未到的人书面确认决议，或在下次会议上重新决议。",
            "Add who was left out; else have the others confirm in writing, or decide again at the next meeting.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each meeting that decided although fewer of the invited came than its cadence asks for."""
    cadences = {cadence.id: (at, cadence) for at, cadence in enumerate(project.cadence)}
    for index, meeting in enumerate(project.meetings):
        at, cadence = cadences.get(meeting.cadence or "", (0, None))
        if cadence is None or cadence.quorum is None or not meeting.decisions:
            continue
        came = len(set(cadence.attendees) & set(meeting.present))
        if came < cadence.quorum:
            message = Text(
                f"{meeting.number}：应到人员到会{came}人，不足约定的{cadence.quorum}人，却形成了决议",
                f"{meeting.number}: {came} of the invited were present, the quorum is {cadence.quorum}, yet it decided",
            )
            related = [see("约定的最低人数", "the quorum", ("cadence", at, "quorum"))]
            yield found(CODE, message, Place(("meetings", index, "present"), "key"), related=related)
