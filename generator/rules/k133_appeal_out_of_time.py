"""Check K133: an appeal out of time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.durations import end_of
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K133",
    Severity.WARNING,
    Text("申诉不在期限内", "an appeal out of time"),
    page(
        Text(
            "申诉早于评价日，或者晚于收到评价表后的反馈期限（reply_within）。",
            "An appeal was raised before the evaluation, or after the time to reply that runs from its receipt.",
        ),
        Text(
            "合同约定逾期未提出的视为无异议；仍要受理的，应当写明理由。",
            "By the contract silence is consent; if it is heard nevertheless, the ground should be written down.",
        ),
        "reply_within: 5 working days\nreceived_on: 2026-04-20\nappeal: {raised_on: 2026-05-20}",
        "reply_within: 5 working days\nreceived_on: 2026-04-20\nappeal: {raised_on: 2026-04-24}",
        Text(
            "核对日期；逾期的可以不支持，并写明理由。",
            "Check the days; a late appeal may be rejected with that reason.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each appeal that was raised too early or too late."""
    for index, evaluation in enumerate(project.evaluations):
        appeal, received = evaluation.appeal, evaluation.received_on
        if appeal is None:
            continue
        last = end_of(received, project.assessment.reply_within).day if received else None
        if appeal.raised_on < evaluation.date or (last is not None and appeal.raised_on > last):
            until = f"至 {last}" if last else ""
            message = Text(
                f"申诉于 {appeal.raised_on} 提出，期限自 {evaluation.date} {until}",
                f"the appeal was raised on {appeal.raised_on}; the time for it is from {evaluation.date}"
                + (f" to {last}" if last else ""),
            )
            yield found(CODE, message, Place(("evaluations", index, "appeal", "raised_on")))
