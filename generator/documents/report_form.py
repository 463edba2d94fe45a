"""The form of a written report that Party B owes: what it has to hold, with boxes to fill in, for each period missing or due next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.changes import moved
from generator.derive.periods import span, written
from generator.derive.reporting import Expected, ReportState, expected
from generator.diagnostics import Text
from generator.documents import word
from generator.documents.filters import label
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.locale import date_iso, date_text
from generator.locale.spans import duration_text, period_text
from generator.model.profile import ProjectState
from generator.model.project import Project
from generator.model.report import Report, ReportReceipt
from generator.model.value import record
from generator.render.view import view


@record
class Head:
    """What is known of a report before it is written: its period and day where they can be computed, else blanks."""

    name: str
    period: str
    due: str
    recipient: str


@record
class Target:
    """A milestone that the report has to speak of, with the day that now holds."""

    id: str
    name: str
    day: str


@record
class Filled:
    """What was submitted, each part as lines of text; ``None`` is a blank to fill in."""

    by: str | None = None
    received_on: str | None = None
    progress: str | None = None
    figures: str | None = None
    problems: str | None = None
    solutions: str | None = None
    next_plan: str | None = None
    help_needed: str | None = None
    risk_changes: str | None = None
    attachments: str | None = None
    checked_by: str | None = None
    checked_on: str | None = None
    verdict: str | None = None
    comment: str | None = None


PARTS = ("progress", "figures", "problems", "solutions", "next_plan", "help_needed", "risk_changes", "attachments")  # fmt: skip


def items(project: Project) -> tuple[Item, ...]:
    """Return a form for each report submitted, and a blank one for each period that is missing or due next.

    A report whose periods cannot be computed has a blank form without a period.
    """
    found = []
    for index, report in enumerate(project.reports):
        for at, receipt in enumerate(report.received):
            if receipt.submitted:
                again = sum(one.period == receipt.period for one in report.received[:at])
                key = f"{report.id}_{written(receipt.period)}" + (f"_{again + 1}" if again else "")
                found.append(Item(key, f"报告_{key}", ("reports", index, "received", at)))
        if project.project.state is not ProjectState.CLOSED:
            for one in _wanted(project, index):
                key = _key(report, one)
                found.append(Item(f"blank_{key}", f"报告表_{key}", ("reports", index)))
    return tuple(found)


def render(job: Job) -> Rendered:
    """Return the form as a Word document, or everything that is missing or wrong."""
    index = int(job.item.route[1])
    report = job.project.reports[index]
    if len(job.item.route) > 2:
        receipt = report.received[int(job.item.route[3])]
        rows = expected(job.project, index, job.project.project.as_of)
        one = next((each for each in rows if each.period == receipt.period), None)
        seen = context(job.project, report, one, job.language, receipt)
    else:
        wanted = _wanted(job.project, index)
        one = next(each for each in wanted if f"blank_{_key(report, each)}" == job.item.key)
        seen = context(job.project, report, one, job.language)
    return word.render(job, "report_form.docx", seen, report.name, job.project.contract.number)


def context(
    project: Project,
    report: Report,
    one: Expected | None,
    language: str,
    receipt: ReportReceipt | None = None,
) -> Mapping[str, object]:
    """Return what the template sees of the form for the report ``one``, or for a period that is not known; filled by ``receipt``."""
    seen = view(project)
    names = {contact.id: contact.name for contact in project.contacts}
    head = Head(
        report.name,
        period_text(one.period, language) if one else say(language, "report_blank_period"),
        date_text(one.due.day, language) if one else say(language, "report_by_terms", _terms(report, language)),
        names[report.recipient],
    )  # fmt: skip
    return {
        "project": seen.project,
        "contract": seen.contract,
        "parties": seen.parties,
        "head": view(head, None),
        "content": view(report.content, None),
        "targets": view(tuple(_targets(project, one)) if receipt is None else (), None),
        "filled": view(_filled(receipt, names, language), None),
    }


def _filled(receipt: ReportReceipt | None, names: Mapping[str, str], language: str) -> Filled:
    given = receipt.submitted if receipt else None
    if receipt is None or given is None:
        return Filled()
    none = say(language, "none")
    return Filled(
        by=names[given.by],
        received_on=date_text(receipt.received_on, language) if receipt.received_on else None,
        checked_by=names[given.checked_by] if given.checked_by else None,
        checked_on=date_text(given.checked_on, language) if given.checked_on else None,
        verdict=label(language, given.verdict) if given.verdict else None,
        comment=given.comment or (none if given.verdict else None),
        **{name: "\n".join(getattr(given, name)) or none for name in PARTS},
    )


def _wanted(project: Project, index: int) -> tuple[Expected | None, ...]:
    """Return what is missing and what is due next; ``None`` stands for a report whose periods are not known."""
    rows = expected(project, index, project.project.as_of)
    missing = [one for one in rows if one.state is ReportState.MISSING]
    coming = [one for one in rows if one.state is ReportState.DUE][:1]
    known = project.reports[index].due is not None
    return (*missing, *coming) if known or coming else (*missing, None)


def _key(report: Report, one: Expected | None) -> str:
    return f"{report.id}_{written(one.period)}" if one else report.id


def _terms(report: Report, language: str) -> str:
    """Return when each report is due, in words: by its rule, else as the project puts it."""
    rule = report.due
    if rule is None:
        return report.due_rule or say(language, "none_given")
    if rule.within:
        return say(language, "report_due_within", duration_text(rule.within, language))
    if isinstance(rule.day, str):
        return say(language, "report_due_last")
    return say(language, "report_due_day", rule.day)


def _targets(project: Project, one: Expected | None) -> Iterator[Target]:
    """Yield the milestones not yet reached that were to be reached by the end of the period."""
    changes = moved(project)
    for stone in project.contract.milestones:
        change = changes.get(("milestone", stone.id))
        day = change.day if change else stone.planned
        if stone.actual is None and (one is None or day <= span(one.period)[1]):
            yield Target(stone.id, stone.name, date_iso(day))


KIND = DocumentKind("report_form", Text("书面报告表", "Report form"), ".docx", items, render)
