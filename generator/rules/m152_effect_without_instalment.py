"""Check M152: assessment raises or lowers a fee that is not named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.instalments import parts
from generator.derive.settlement import touches_money
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M152",
    Severity.WARNING,
    Text("考核影响款项，却没有写明当期款项", "assessment raises or lowers a fee that is not named"),
    page(
        Text(
            "考核规则约定了增减款项的，每次评价写明增减的是哪一期付款（instalment；按月支付的还有 month）。",
            "Where the rules of assessment raise or lower a fee, each evaluation names the instalment (and for monthly ones the month).",
        ),
        Text(
            "没有写明的，不生成结算单，扣减或者增加的款项就落空了。",
            "Otherwise no settlement sheet is made and the deduction or bonus is lost.",
        ),
        "- {id: ev-2026-q1, period: 2026-Q1, …}",
        "- {id: ev-2026-q1, period: 2026-Q1, instalment: p2, …}",
        Text("写上 instalment。", "Name the instalment."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each evaluation without a fee where the rules touch one; a month that the instalment has not counts as none."""
    if not touches_money(project):
        return
    known = {(one.instalment.id, one.month.number if one.month else None) for one in parts(project.contract)}
    for at, one in enumerate(project.evaluations):
        if (one.instalment, one.month) not in known:
            message = Text(
                f"评价 {one.id} 没有写明增减哪一期付款",
                f"evaluation {one.id} does not name the instalment that it raises or lowers",
            )
            yield found(CODE, message, Place(("evaluations", at), "key"))
