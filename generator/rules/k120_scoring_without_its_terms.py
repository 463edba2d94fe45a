"""Check K120: scoring without its terms, or with those of another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.performance import Scoring
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "K120",
    Severity.ERROR,
    Text("评分规则缺少或者多出所需的约定", "scoring without its terms, or with those of another"),
    page(
        Text(
            "按次扣分要写 points_per_event，公式要写 formula 和 variables；其他评分规则不写这些，分档的公式写 bands。评分类和公式类指标不自动取数。",
            "Deduction needs points_per_event, a formula needs formula and variables, and no other scoring has them. A KPI that is rated or has a formula is not derived.",
        ),
        Text(
            "缺少约定就无从评分；多余的约定不起作用，却会被当作已约定。",
            "Without its terms there is no score; terms that are not used look as if they were agreed.",
        ),
        "{id: late, scoring: deduction}",
        "{id: late, scoring: deduction, points_per_event: 10}",
        Text(
            "补上所需的约定，删去多余的。",
            "Add what is needed, delete what is not.",
        ),
    ),
)
TERMS = ("points_per_event", "free_events", "events", "formula", "variables", "score_as")
NEEDED = {
    Scoring.DEDUCTION: (("points_per_event",), ("free_events", "events")),
    Scoring.FORMULA: (("formula", "variables"), ("score_as",)),
}
"""What each kind of scoring needs, and what it may have besides."""


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each term that a KPI lacks or has in vain."""
    for index, kpi in enumerate(project.kpis):
        needed, allowed = NEEDED.get(kpi.scoring, ((), ()))
        for name in needed:
            if not getattr(kpi, name):
                message = Text(
                    f"“{kpi.name}”的评分规则是 {kpi.scoring}，缺少 {name}",
                    f"'{kpi.name}' is scored by {kpi.scoring}, but has no {name}",
                )
                yield found(CODE, message, Place(("kpis", index, "scoring")))
        derived = ("derived_from",) if kpi.scoring in (Scoring.FORMULA, Scoring.RATED) else ()
        for name in (*(one for one in TERMS if one not in (*needed, *allowed)), *derived):
            if getattr(kpi, name):
                message = Text(
                    f"“{kpi.name}”的评分规则是 {kpi.scoring}，{name} 不起作用",
                    f"'{kpi.name}' is scored by {kpi.scoring}, so its {name} has no effect",
                )
                yield found(CODE, message, Place(("kpis", index, name), "key"))
