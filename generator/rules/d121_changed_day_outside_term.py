"""Check D121: a change moves a day out of the term."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.derive.changes import moved, subject
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.change import Change, ChangeStatus
from generator.model.project import Project
from generator.rules.support import page, see

TERM = ("term", "")

CODE = Code(
    "D121",
    Severity.WARNING,
    Text("变更后的日期不在合同期限内", "a change moves a day out of the term"),
    page(
        Text(
            "变更单写的新日期早于合同开始，或者晚于届满日；届满日按已经签署的变更和本变更计算。",
            "The new day of a change is before the start of the term or after its end, as signed changes and this one have it.",
        ),
        Text(
            "期限届满后合同终止，乙方没有履行的依据；多半是漏写了期限的变更，或者年份写错。",
            "When the term is over there is nothing to perform under; most often the term was not moved with it, or the year is wrong.",
        ),
        "term: {end: 2026-12-31}\nchanges: [{id: c1, dates: [{milestone: m1, date: 2027-01-15}]}]",
        "term: {end: 2026-12-31}\n"
        "changes: [{id: c1, dates: [{milestone: m1, date: 2027-01-15}, {term: true, date: 2027-02-28}]}]",
        Text("改正日期，或者一并变更届满日。", "Correct the date, or move the end of the term with it."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each such day of a change that was not rejected."""
    for index, change in enumerate(project.changes):
        if change.status is not ChangeStatus.REJECTED:
            yield from _outside(project, change, index)


def _outside(project: Project, change: Change, index: int) -> Iterator[Diagnostic]:
    start, end = project.contract.term.start, _end(project, change)
    for at, one in enumerate(change.dates):
        if one.date < start or (one.date > end and subject(one) != TERM):
            message = Text(
                f"变更 {change.number} 的新日期 {one.date} 不在合同期限 {start} 至 {end} 内",
                f"the change {change.number} moves a day to {one.date}, outside the term {start} to {end}",
            )
            related = [see("届满日", "the end of the term", ("contract", "term", "end"))]
            yield found(CODE, message, Place(("changes", index, "dates", at, "date")), related=related)


def _end(project: Project, change: Change) -> datetime.date:
    """Return the last day of the term: as ``change`` has it, else as signed changes, else as the contract."""
    own = next((one.date for one in change.dates if subject(one) == TERM), None)
    other = moved(project).get(TERM)
    return own or (other.day if other else project.contract.term.end)
