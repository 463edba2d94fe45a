"""Check K135: a correction that does not fit the appeal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K135",
    Severity.ERROR,
    Text("更正与申诉不符", "a correction that does not fit the appeal"),
    page(
        Text(
            "更正的指标是申诉过的，一项只更正一次；更正写数值、缺测原因或者得分中的一种。",
            "What is corrected was appealed, once, by one of value, missing or score.",
        ),
        Text(
            "没有申诉的指标不能借复核改分；两种更正并存，不知以何为准。",
            "What was not appealed is not changed in passing; with two corrections nobody knows which counts.",
        ),
        "items: [{kpi: sales, claim: 漏计一笔回款}]\ncorrections: [{kpi: response, value: 1, reason: 误记}]",
        "items: [{kpi: sales, claim: 漏计一笔回款}]\ncorrections: [{kpi: sales, value: 97, reason: 漏计属实}]",
        Text(
            "改更正的指标，或只留一种更正。",
            "Correct what was appealed, in one way.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each correction of something else, given twice, or by none or several ways."""
    for index, evaluation in enumerate(project.evaluations):
        appeal = evaluation.appeal
        items = {one.kpi for one in appeal.items} if appeal else set()
        made = appeal.corrections if appeal else ()
        for at, one in enumerate(made):
            route = ("evaluations", index, "appeal", "corrections", at)
            if one.kpi not in items:
                message = Text(f"{one.kpi} 没有申诉，不能更正", f"{one.kpi} was not appealed")
                yield found(CODE, message, Place((*route, "kpi")))
            if one.kpi in [other.kpi for other in made[:at]]:
                message = Text(f"{one.kpi} 更正了两次", f"{one.kpi} is corrected twice")
                yield found(CODE, message, Place((*route, "kpi")))
            if sum(part is not None for part in (one.value, one.missing, one.score)) != 1:
                message = Text(
                    f"{one.kpi} 的更正要写 value、missing、score 中的一种",
                    f"the correction of {one.kpi} needs one of value, missing and score",
                )
                yield found(CODE, message, Place(route))
