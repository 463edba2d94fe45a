"""What a letter of demand is about: the obligation by the contract, how long it has been overdue, what is owed."""

from __future__ import annotations

import datetime

from generator.derive.obligation import Obligation, ObligationKind
from generator.derive.obligations import obligations
from generator.model.project import Project
from generator.model.remedy import Demand
from generator.model.value import record

KINDS = {
    "instalment": ObligationKind.PAYMENT,
    "deliverable": ObligationKind.DELIVERY,
    "milestone": ObligationKind.MILESTONE,
    "report": ObligationKind.REPORT,
}


@record
class Demanded:
    """The obligation as it stood on the day of the letter; ``days`` since it was due, negative where it was not due yet."""

    obligation: Obligation
    days: int


def demanded(project: Project, demand: Demand, today: datetime.date | None = None) -> Demanded | None:
    """Return what ``demand`` is about, as it stood on the day of the letter or stands ``today``.

    ``None`` where the contract knows no such obligation with a day.
    """
    on = today or demand.issued_on
    for one in obligations(project, on):
        if _is(one, demand) and one.due is not None:
            return Demanded(one, (on - one.due).days)
    return None


def _is(one: Obligation, demand: Demand) -> bool:
    if demand.report is not None:
        return one.kind is ObligationKind.REPORT and one.id == demand.report and one.period == demand.period
    for name, kind in KINDS.items():
        identity = getattr(demand, name)
        if identity is not None:
            return one.kind is kind and one.id == identity
    return False
