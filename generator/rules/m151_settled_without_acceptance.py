"""Check M151: a claim is settled that nobody accepted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M151",
    Severity.WARNING,
    Text("没有承认的违约金列入结算", "a claim is settled that nobody accepted"),
    page(
        Text(
            "settled_in 写明在哪一期结算单中结清；对方没有承认（accepted_on）的，不列入结算单。",
            "settled_in says which sheet settles a claim; one that the other party has not accepted is left out of the sheet.",
        ),
        Text(
            "有争议的金额不能在结算单中当作已经确定的款项。",
            "A disputed sum cannot stand in a sheet as if it were agreed.",
        ),
        "{id: c1, …, settled_in: ev-2026-q1}",
        "{id: c1, …, accepted_on: 2026-04-12, settled_in: ev-2026-q1}",
        Text("补上承认日期，或者删去 settled_in。", "Add the day of acceptance or delete settled_in."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each claim that names a sheet and no day of acceptance."""
    for at, claim in enumerate(project.claims):
        if claim.settled_in and claim.accepted_on is None:
            message = Text(
                f"{claim.id} 没有承认日期，不会列入结算单",
                f"{claim.id} has no day of acceptance and is left out of the sheet",
            )
            yield found(CODE, message, Place(("claims", at, "settled_in")))
