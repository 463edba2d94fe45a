"""Check P202: nothing followed a failed re-check."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.model.remedy import RecheckResult
from generator.rules.support import page

CODE = Code(
    "P202",
    Severity.WARNING,
    Text("复查不合格后没有下文", "nothing followed a failed re-check"),
    page(
        Text(
            "最后一次复查不合格的，应当再发整改通知、催告，或者主张违约责任。",
            "Where the last re-check failed, a new notice, a demand or a claim follows.",
        ),
        Text(
            "合同约定的后果不会自己发生；拖延不处理，可能被认为接受了现状。",
            "What the contract provides does not happen by itself; doing nothing may look like acceptance.",
        ),
        "rechecks: [{date: 2026-07-06, by: lu, result: failed}]",
        "另有 2026-07-08 签发的整改通知",
        Text(
            "再发整改通知或者催告函，或者在 claims 中主张。",
            "Issue another notice or demand, or claim damages.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each notice whose last re-check failed and after which no remedy is recorded."""
    days = [one.issued_on for one in project.rectifications]
    days += [one.issued_on for one in project.demands]
    days += [one.date for one in project.claims]
    for at, one in enumerate(project.rectifications):
        last = one.rechecks[-1] if one.rechecks else None
        if last and last.result is RecheckResult.FAILED and not any(day >= last.date for day in days):
            message = Text(
                f"整改通知 {one.number} 复查不合格后没有再处理",
                f"nothing followed the failed re-check of {one.number}",
            )
            yield found(CODE, message, Place(("rectifications", at, "rechecks", len(one.rechecks) - 1)))
